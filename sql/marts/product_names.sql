-- grain: product_id
-- reads: sales, products
-- params: as_of (names written later are not read)
WITH written AS (
    SELECT
        product_id,
        product_name,
        count(*) AS lines
    FROM sales
    WHERE product_name IS NOT NULL
      AND line_kind = 'product'
      AND sold_date <= :as_of
    GROUP BY product_id, product_name
),
ranked AS (
    SELECT
        product_id,
        product_name,
        row_number() OVER (PARTITION BY product_id ORDER BY lines DESC, product_name) AS place
    FROM written
),
sold AS (
    SELECT
        product_id,
        max(category) AS category
    FROM sales
    WHERE line_kind = 'product'
      AND sold_date <= :as_of
    GROUP BY product_id
)
SELECT
    sold.product_id,
    coalesce(products.product_name, ranked.product_name) AS product_name,
    coalesce(products.category, sold.category)           AS category,
    products.list_price,
    products.discontinued_date
FROM sold
LEFT JOIN ranked
    ON ranked.product_id = sold.product_id
    AND ranked.place = 1
LEFT JOIN products
    ON products.product_id = sold.product_id
