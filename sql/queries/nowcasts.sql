-- grain: subject_key
-- units: money
-- reads: nowcasts
-- params: as_of (the day on which it was said)
SELECT
    subject_key,
    actual_to_date,
    estimate,
    low80,
    high80,
    low95,
    high95,
    target,
    last_year
FROM nowcasts
WHERE as_of = :as_of
ORDER BY
    estimate DESC,
    subject_key
