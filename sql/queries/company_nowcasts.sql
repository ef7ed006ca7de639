-- grain: said_date
-- units: money
-- reads: nowcasts
SELECT
    quarter,
    last_date,
    as_of AS said_date,
    estimate,
    low80,
    high80,
    low95,
    high95,
    last_year
FROM nowcasts
WHERE subject_key = 'company'
ORDER BY said_date
