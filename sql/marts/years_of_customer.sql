-- grain: year, category
-- units: revenue money, with returns
-- reads: sales, products
-- params: customer_id, as_of (lines after it are not summed)
SELECT
    CAST(extract(YEAR FROM sales.sold_date) AS BIGINT) AS year,
    coalesce(products.category, sales.category)        AS category,
    sum(sales.revenue)                                 AS revenue
FROM sales
LEFT JOIN products
    ON products.product_id = sales.product_id
WHERE sales.customer_id = :customer_id
  AND sales.sold_date <= :as_of
GROUP BY
    CAST(extract(YEAR FROM sales.sold_date) AS BIGINT),
    coalesce(products.category, sales.category)
ORDER BY
    year,
    category
