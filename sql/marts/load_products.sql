-- grain: load_id, product_id, region
-- units: lines count
-- reads: sales
-- params: as_of, first_date (days before are not counted)
SELECT
    load_id,
    product_id,
    coalesce(region, '') AS region,
    count(*)             AS lines
FROM sales
WHERE line_kind = 'product'
  AND sold_date BETWEEN :first_date AND :as_of
GROUP BY load_id, product_id, coalesce(region, '')
