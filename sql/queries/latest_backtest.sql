-- grain: last_date
-- reads: backtests
SELECT
    last_date,
    facts_version,
    summary
FROM backtests
ORDER BY
    last_date DESC,
    first_date
LIMIT 1
