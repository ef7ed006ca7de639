-- grain: as_of, warning_key
-- reads: warning_days
-- params: warning_key, as_of (the last day on which it was said, not after it)
SELECT
    as_of,
    said
FROM warning_days
WHERE warning_key = :warning_key
  AND as_of <= :as_of
ORDER BY as_of DESC
LIMIT 1
