-- grain: load_id, line
-- reads: load_rejects
-- params: load_id
SELECT
    line,
    reason,
    message,
    column_name,
    value,
    line_to
FROM load_rejects
WHERE load_id = :load_id
ORDER BY line
