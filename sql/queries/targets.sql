-- grain: quarter, category, product_id, region
-- units: revenue_target money
-- reads: targets
SELECT
    quarter,
    category,
    product_id,
    region,
    revenue_target,
    load_id
FROM targets
ORDER BY
    quarter DESC,
    product_id  NULLS FIRST,
    category    NULLS FIRST,
    region      NULLS FIRST
