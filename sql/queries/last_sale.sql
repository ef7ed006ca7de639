-- grain: one row
-- reads: sales
SELECT max(sold_date) FROM sales
