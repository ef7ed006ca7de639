-- grain: region
-- units: lines count
-- reads: sales
SELECT
    region,
    count(*) AS lines
FROM sales
WHERE region IS NOT NULL
GROUP BY region
ORDER BY lines DESC
