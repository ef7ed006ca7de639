-- grain: action_id
-- params: action_id, state, closed_at
UPDATE actions
SET state = :state,
    closed_at = :closed_at
WHERE action_id = :action_id
