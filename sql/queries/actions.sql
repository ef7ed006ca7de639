-- grain: action_id
-- reads: actions
-- params: customer_id, warning_key (NULL: all)
SELECT
    action_id,
    warning_key,
    customer_id,
    what,
    owner,
    due_date,
    state,
    created_at,
    created_by,
    closed_at
FROM actions
WHERE (CAST(:customer_id AS VARCHAR) IS NULL OR customer_id = :customer_id)
  AND (CAST(:warning_key AS VARCHAR) IS NULL OR warning_key = :warning_key)
ORDER BY action_id
