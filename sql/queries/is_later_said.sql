-- grain: one row
-- reads: said_days
-- params: as_of (whether a morning was given for a later day)
SELECT count(*) > 0
FROM said_days
WHERE as_of > :as_of
