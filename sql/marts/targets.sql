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
    load_id DESC,  -- where both names are used, the one loaded last
    category,
    product_id,
    region
