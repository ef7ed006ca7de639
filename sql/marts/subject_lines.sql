-- grain: order_id, line_number
-- units: revenue money; quantity sales units, 1 or -1 where the export has none
-- reads: sales, products, customers
-- params: as_of, first_date (lines of other days are not returned), product_id, category, region, channel (NULL: all)
SELECT
    sales.sold_date,
    sales.order_id,
    sales.line_number,
    sales.customer_id,
    sales.product_id,
    sales.region,
    sales.channel,
    customers.segment,
    coalesce(sales.quantity, CASE WHEN sales.revenue < 0 THEN -1 ELSE 1 END) AS quantity,
    sales.revenue
FROM sales
LEFT JOIN products
    ON products.product_id = sales.product_id
LEFT JOIN customers
    ON customers.customer_id = sales.customer_id
WHERE sales.line_kind = 'product'
  AND sales.sold_date BETWEEN :first_date AND :as_of
  AND (CAST(:product_id AS VARCHAR) IS NULL OR sales.product_id = :product_id)
  AND (CAST(:category AS VARCHAR) IS NULL OR coalesce(products.category, sales.category) = :category)
  AND (CAST(:region AS VARCHAR) IS NULL OR sales.region = :region)
  AND (CAST(:channel AS VARCHAR) IS NULL OR sales.channel = :channel)
