-- grain: said_date
-- units: money
-- reads: nowcasts
-- params: quarter (its days; missing: of all quarters)
SELECT
    quarter,
    as_of AS said_date,
    estimate,
    low80,
    high80,
    low95,
    high95,
    last_year
FROM nowcasts
WHERE subject_key = 'company'
  AND (CAST(:quarter AS VARCHAR) IS NULL OR quarter = :quarter)
ORDER BY said_date
