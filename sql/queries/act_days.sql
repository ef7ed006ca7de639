-- grain: one row
-- reads: warning_days
-- params: warning_key, as_of (days up to this one)
SELECT count(*)
FROM warning_days
WHERE warning_key = :warning_key
  AND severity = 'act'
  AND as_of <= :as_of
