-- grain: verdict_id
-- reads: verdicts
-- params: warning_key (NULL: of every warning)
SELECT
    verdict_id,
    warning_key,
    verdict,
    reason,
    as_of,
    first_date,
    last_date,
    said,
    is_act,
    person,
    given_at,
    reverted_at,
    reverted_by
FROM verdicts
WHERE CAST(:warning_key AS VARCHAR) IS NULL
   OR warning_key = :warning_key
ORDER BY verdict_id
