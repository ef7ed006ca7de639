-- grain: last_date
-- reads: backtests
-- params: asked_first_date (NULL: from the beginning), last_date, facts_version
SELECT
    last_date,
    summary
FROM backtests
WHERE last_date = :last_date
  AND facts_version = :facts_version
  AND (asked_first_date = :asked_first_date OR (asked_first_date IS NULL AND CAST(:asked_first_date AS DATE) IS NULL))
