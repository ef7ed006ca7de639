-- grain: load_id
-- reads: loads
SELECT
    load_id,
    kind,
    state,
    loaded_at,
    loaded_by,
    report
FROM loads
ORDER BY load_id DESC
