-- grain: warning_key
-- reads: warning_days
-- params: as_of (what was said on this day)
SELECT
    warning_key,
    severity,
    said
FROM warning_days
WHERE as_of = :as_of
ORDER BY warning_key
