-- grain: as_of
-- params: as_of (of the rehearsal that is made again)
DELETE FROM customer_rehearsals
WHERE as_of = :as_of
