-- grain: customer_id
-- units: estimated_spend money a year
-- reads: sales, customers
-- params: as_of (sales later are not read)
WITH sold AS (
    SELECT
        customer_id,
        max(customer_name) AS customer_name,
        max(region)        AS region
    FROM sales
    WHERE customer_id IS NOT NULL
      AND sold_date <= :as_of
    GROUP BY customer_id
)
SELECT
    coalesce(customers.customer_id, sold.customer_id)     AS customer_id,
    coalesce(customers.customer_name, sold.customer_name) AS customer_name,
    customers.segment,
    coalesce(customers.region, sold.region)               AS region,
    customers.account_owner,
    customers.email,
    customers.phone,
    customers.estimated_spend,
    customers.estimate_source
FROM customers
FULL JOIN sold
    ON sold.customer_id = customers.customer_id
