-- grain: month, purpose, programme
-- units: amount money
-- reads: spend
-- params: as_of (months that begin later are not returned)
SELECT
    month,
    purpose,
    programme,
    amount
FROM spend
WHERE month <= :as_of
