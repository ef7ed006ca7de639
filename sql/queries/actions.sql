-- grain: action_id
-- reads: actions
-- params: customer_id (NULL: all)
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
WHERE CAST(:customer_id AS VARCHAR) IS NULL
   OR customer_id = :customer_id
ORDER BY action_id
