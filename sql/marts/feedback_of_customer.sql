-- grain: feedback_id
-- reads: feedback, products
-- params: customer_id, as_of (later answers are not returned)
SELECT
    feedback.feedback_id,
    feedback.given_date,
    feedback.received_at,
    feedback.source,
    feedback.product_id,
    products.product_name,
    feedback.touchpoint,
    feedback.score,
    feedback.scale,
    feedback.verbatim,
    feedback.acknowledged_at,
    feedback.resolved_at,
    feedback.heard_by
FROM feedback
LEFT JOIN products
    ON products.product_id = feedback.product_id
WHERE feedback.customer_id = :customer_id
  AND feedback.given_date <= :as_of
ORDER BY
    feedback.given_date DESC,
    feedback.feedback_id DESC
