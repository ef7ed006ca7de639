-- grain: kind, key
-- units: money
-- reads: quarter_parts
-- params: as_of
SELECT
    kind,
    key,
    actual_to_date,
    estimate,
    low80,
    high80,
    low95,
    high95,
    target,
    last_year
FROM quarter_parts
WHERE as_of = :as_of
ORDER BY
    estimate DESC,
    kind,
    key
