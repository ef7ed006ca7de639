-- grain: last_date
-- params: asked_first_date, last_date (this range goes, to be kept anew), facts_version (and what other facts gave)
DELETE FROM backtests
WHERE facts_version <> :facts_version
   OR (
       last_date = :last_date
       AND (asked_first_date = :asked_first_date OR (asked_first_date IS NULL AND CAST(:asked_first_date AS DATE) IS NULL))
   )
