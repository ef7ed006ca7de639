-- grain: load_id, region, channel, sold_date
-- units: lines count
-- reads: sales
-- params: as_of, first_date (days before are not returned)
SELECT
    load_id,
    coalesce(region, '')  AS region,
    coalesce(channel, '') AS channel,
    sold_date,
    count(*)              AS lines
FROM sales
WHERE line_kind = 'product'
  AND sold_date BETWEEN :first_date AND :as_of
GROUP BY load_id, coalesce(region, ''), coalesce(channel, ''), sold_date
