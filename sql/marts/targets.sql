-- grain: quarter, category, product_id, region
-- units: revenue_target money
-- reads: targets
-- params: quarter
SELECT
    category,
    product_id,
    region,
    revenue_target
FROM targets
WHERE quarter = :quarter
