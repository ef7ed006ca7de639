-- grain: one row
-- units: money
-- reads: sales
-- params: as_of, first_date
SELECT
    sum(revenue)                                            AS revenue,
    sum(CASE WHEN customer_id IS NULL THEN revenue ELSE 0 END) AS anonymous_revenue
FROM sales
WHERE line_kind = 'product'
  AND sold_date <= :as_of
  AND sold_date >= :first_date
