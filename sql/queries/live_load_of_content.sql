-- grain: load_id
-- reads: loads
-- params: content_hash
SELECT
    load_id,
    kind,
    state,
    loaded_at,
    loaded_by,
    report
FROM loads
WHERE content_hash = :content_hash
  AND state = 'live'
ORDER BY load_id DESC
