-- grain: as_of
-- reads: mornings
-- params: as_of
SELECT
    facts_version,
    summary
FROM mornings
WHERE as_of = :as_of
