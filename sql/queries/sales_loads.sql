-- grain: load_id
-- reads: loads
SELECT
    load_id,
    file_name,
    report,
    last_date
FROM loads
WHERE kind = 'sales'
  AND state = 'live'
ORDER BY load_id
