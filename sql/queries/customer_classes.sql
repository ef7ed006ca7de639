-- grain: period, customer_id
-- units: revenue_before and revenue_now money
-- reads: customer_classes
-- params: as_of
SELECT
    period,
    customer_id,
    customer_class,
    revenue_before,
    revenue_now
FROM customer_classes
WHERE as_of = :as_of
