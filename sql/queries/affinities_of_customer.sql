-- grain: because, line
-- units: weight of the bought line (because) for the other one
-- reads: line_affinities, sales, products
-- params: as_of (of the rehearsal), customer_id, last_date (purchases later are not read), line_kind (product or category)
WITH bought AS (
    SELECT DISTINCT
        CASE
            WHEN :line_kind = 'category' THEN coalesce(products.category, sales.category)
            ELSE sales.product_id
        END AS line
    FROM sales
    LEFT JOIN products
        ON products.product_id = sales.product_id
    WHERE sales.customer_id = :customer_id
      AND sales.sold_date <= :last_date
      AND sales.line_kind = 'product'
      AND sales.revenue > 0
      AND coalesce(sales.quantity, 1) > 0
)
SELECT
    line_affinities.because,
    line_affinities.line,
    line_affinities.weight
FROM line_affinities
INNER JOIN bought
    ON bought.line = line_affinities.because
WHERE line_affinities.as_of = :as_of
