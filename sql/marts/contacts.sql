-- grain: customer_id
-- units: colleagues_count and contacts_count counts
-- reads: feedback
-- params: as_of (later contacts are not counted)
SELECT
    customer_id,
    count(DISTINCT heard_by) AS colleagues_count,
    count(*)                 AS contacts_count,
    max(heard_by)            AS colleague,
    max(given_date)          AS last_contact_date
FROM feedback
WHERE customer_id IS NOT NULL
  AND heard_by IS NOT NULL
  AND given_date <= :as_of
GROUP BY customer_id
