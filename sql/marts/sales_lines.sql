-- grain: order_id, line_number
-- units: revenue money; quantity sales units, 1 or -1 where the export has none
-- reads: sales, products
-- params: as_of (lines sold later are not returned)
WITH product_lines AS (
    SELECT *
    FROM sales
    WHERE line_kind = 'product'
      AND sold_date <= :as_of
)
SELECT
    lines.sold_date,
    lines.order_id,
    lines.line_number,
    lines.customer_id,
    lines.product_id,
    lines.region,
    lines.channel,
    coalesce(products.category, lines.category)                              AS category,
    coalesce(lines.quantity, CASE WHEN lines.revenue < 0 THEN -1 ELSE 1 END) AS quantity,
    lines.revenue
FROM product_lines AS lines
LEFT JOIN products
    ON products.product_id = lines.product_id
-- sums of floats end in another bit where the rows come in another order
ORDER BY
    lines.sold_date,
    lines.order_id,
    lines.line_number
