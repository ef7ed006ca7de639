-- grain: as_of
-- reads: bases
-- params: as_of
SELECT summary
FROM bases
WHERE as_of = :as_of
