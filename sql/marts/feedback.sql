-- grain: feedback_id
-- reads: feedback, customers
-- params: as_of (later answers are not returned)
SELECT
    feedback.feedback_id,
    feedback.given_date,
    feedback.source,
    feedback.customer_id,
    customers.customer_name,
    customers.segment,
    customers.region,
    feedback.product_id,
    feedback.touchpoint,
    feedback.score,
    feedback.scale,
    feedback.first_choice,
    feedback.verbatim,
    feedback.received_at,
    feedback.acknowledged_at,
    feedback.resolved_at
FROM feedback
LEFT JOIN customers
    ON customers.customer_id = feedback.customer_id
WHERE feedback.given_date <= :as_of
