-- grain: region, sold_date
-- units: lines count
-- reads: sales
SELECT
    coalesce(region, '') AS region,
    sold_date,
    count(*)             AS lines
FROM sales
WHERE line_kind = 'product'
GROUP BY coalesce(region, ''), sold_date
