-- grain: load_id
-- reads: loads
-- params: load_id
SELECT
    load_id,
    kind,
    state,
    loaded_at,
    loaded_by,
    report
FROM loads
WHERE load_id = :load_id
