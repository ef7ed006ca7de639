-- grain: quarter, category, product_id, region
-- units: revenue_target money
-- reads: targets
-- params: quarter_name, quarter_code (two ways to call the same fiscal quarter: 2026/27-Q4 and 2026-Q4)
SELECT
    quarter,
    category,
    product_id,
    region,
    revenue_target
FROM targets
WHERE quarter IN (:quarter_name, :quarter_code)
ORDER BY
    CASE WHEN quarter = :quarter_name THEN 0 ELSE 1 END,
    category,
    product_id,
    region
