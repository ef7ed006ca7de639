-- grain: currency, first_date
-- units: rate is what one unit is worth in the reporting currency
-- reads: rates
SELECT
    currency,
    first_date,
    rate
FROM rates
ORDER BY currency, first_date
