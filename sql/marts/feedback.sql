-- grain: feedback_id
-- reads: feedback, customers
-- params: as_of (later answers are not returned)
SELECT
    feedback.feedback_id,
    feedback.given_date,
    feedback.source,
    feedback.customer_id,
    customers.customer_name,
    customers.region,
    feedback.product_id,
    feedback.touchpoint,
    feedback.score,
    feedback.scale,
    feedback.first_choice,
    feedback.verbatim
FROM feedback
LEFT JOIN customers
    ON customers.customer_id = feedback.customer_id
WHERE feedback.given_date <= :as_of
