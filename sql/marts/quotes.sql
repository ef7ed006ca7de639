-- grain: feedback_id
-- reads: feedback, customers
-- params: as_of (later words are not returned), customer_id, product_id (NULL: any)
SELECT
    feedback.given_date,
    feedback.source,
    feedback.customer_id,
    customers.customer_name,
    feedback.product_id,
    feedback.touchpoint,
    feedback.score,
    feedback.scale,
    feedback.verbatim
FROM feedback
LEFT JOIN customers
    ON customers.customer_id = feedback.customer_id
WHERE feedback.verbatim IS NOT NULL
  AND feedback.given_date <= :as_of
  AND (CAST(:customer_id AS VARCHAR) IS NULL OR feedback.customer_id = :customer_id)
  AND (CAST(:product_id AS VARCHAR) IS NULL OR feedback.product_id = :product_id)
ORDER BY
    feedback.given_date DESC,
    feedback.feedback_id
LIMIT 30
