-- grain: product_id
-- units: revenue and list_price money; quantity sales units
-- reads: sales, products
-- params: customer_id, as_of, first_date (purchases of other days are not summed)
SELECT
    sales.product_id,
    coalesce(max(products.product_name), max(sales.product_name)) AS product_name,
    sum(sales.quantity)                                          AS quantity,
    sum(sales.revenue)                                           AS revenue,
    max(products.list_price)                                     AS list_price
FROM sales
LEFT JOIN products
    ON products.product_id = sales.product_id
WHERE sales.customer_id = :customer_id
  AND sales.sold_date BETWEEN :first_date AND :as_of
  AND sales.line_kind = 'product'
  AND sales.quantity > 0
  AND sales.revenue > 0
GROUP BY sales.product_id
