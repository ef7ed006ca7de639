-- grain: one row
-- reads: customers, sales
-- params: customer_id
SELECT EXISTS (
    SELECT customer_id FROM customers WHERE customer_id = :customer_id
    UNION ALL
    SELECT customer_id FROM sales WHERE customer_id = :customer_id
) AS is_customer
