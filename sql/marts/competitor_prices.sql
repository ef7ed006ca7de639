-- grain: observed_date, product_id, competitor, competitor_product, region
-- units: price money
-- reads: competitor_prices
-- params: as_of (later observations are not returned), product_id (NULL: all)
SELECT
    observed_date,
    product_id,
    competitor,
    competitor_product,
    region,
    price
FROM competitor_prices
WHERE observed_date <= :as_of
  AND (CAST(:product_id AS VARCHAR) IS NULL OR product_id = :product_id)
