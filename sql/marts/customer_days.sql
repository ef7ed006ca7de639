-- grain: customer_id, sold_date
-- units: revenue money, with returns and charges; purchase_revenue money of the product lines that were bought
-- reads: sales
-- params: as_of (days after it are not returned), customer_id (NULL: everybody)
SELECT
    customer_id,
    sold_date,
    sum(revenue) AS revenue,
    sum(CASE
            WHEN line_kind = 'product' AND revenue > 0 AND coalesce(quantity, 1) > 0 THEN revenue
            ELSE 0
        END)     AS purchase_revenue
FROM sales
WHERE customer_id IS NOT NULL
  AND sold_date <= :as_of
  AND (CAST(:customer_id AS VARCHAR) IS NULL OR customer_id = :customer_id)
GROUP BY customer_id, sold_date
