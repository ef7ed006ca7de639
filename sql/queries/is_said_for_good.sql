-- grain: one row
-- reads: said_days
-- params: as_of (whether a morning was given for it, and for a later day since)
SELECT count(CASE WHEN as_of = :as_of THEN 1 END) > 0 AND count(CASE WHEN as_of > :as_of THEN 1 END) > 0
FROM said_days
WHERE as_of >= :as_of
