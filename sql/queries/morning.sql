-- grain: as_of
-- params: as_of
SELECT
    facts_version,
    summary
FROM mornings
WHERE as_of = :as_of
