-- grain: sold_date
-- units: revenue money of the product lines that were bought
-- reads: sales
-- params: customer_id, as_of (days after it are not returned)
SELECT
    sold_date,
    sum(revenue) AS revenue
FROM sales
WHERE customer_id = :customer_id
  AND sold_date <= :as_of
  AND line_kind = 'product'
  AND revenue > 0
  AND coalesce(quantity, 1) > 0
GROUP BY sold_date
ORDER BY sold_date
