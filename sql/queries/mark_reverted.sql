-- grain: verdict_id
-- params: verdict_id, reverted_at, reverted_by
UPDATE verdicts
SET reverted_at = :reverted_at,
    reverted_by = :reverted_by
WHERE verdict_id = :verdict_id
