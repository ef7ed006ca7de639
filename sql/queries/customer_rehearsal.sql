-- grain: as_of
-- reads: customer_rehearsals
-- params: as_of (the latest up to this day)
SELECT
    as_of,
    summary
FROM customer_rehearsals
WHERE as_of = (SELECT max(as_of) FROM customer_rehearsals WHERE as_of <= :as_of)
