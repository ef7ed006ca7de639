-- grain: week
-- units: money
-- reads: subject_weeks
-- params: as_of, subject_key
SELECT
    week,
    actual,
    expected,
    low,
    high
FROM subject_weeks
WHERE as_of = :as_of
  AND subject_key = :subject_key
ORDER BY week
