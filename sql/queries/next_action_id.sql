-- grain: one row
-- reads: actions
SELECT coalesce(max(action_id), 0) + 1 AS action_id
FROM actions
