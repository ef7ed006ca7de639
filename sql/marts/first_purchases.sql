-- grain: customer_id, product_id
-- reads: sales, products
-- params: as_of (purchases later are not read), customer_id (NULL: everybody)
WITH first_purchases AS (
    SELECT
        customer_id,
        product_id,
        min(sold_date) AS first_date,
        max(category)  AS category
    FROM sales
    WHERE line_kind = 'product'
      AND customer_id IS NOT NULL
      AND revenue > 0
      AND coalesce(quantity, 1) > 0
      AND sold_date <= :as_of
      AND (CAST(:customer_id AS VARCHAR) IS NULL OR customer_id = :customer_id)
    GROUP BY customer_id, product_id
)
SELECT
    first_purchases.customer_id,
    first_purchases.product_id,
    coalesce(products.category, first_purchases.category) AS category,
    first_purchases.first_date
FROM first_purchases
LEFT JOIN products
    ON products.product_id = first_purchases.product_id
