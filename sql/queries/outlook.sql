-- grain: as_of
-- reads: outlooks
-- params: as_of
SELECT summary
FROM outlooks
WHERE as_of = :as_of
