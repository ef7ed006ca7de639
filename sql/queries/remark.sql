-- grain: feedback_id
-- reads: feedback
-- params: feedback_id (of a remark that was written down by hand)
SELECT customer_id
FROM feedback
WHERE feedback_id = :feedback_id
  AND load_id = 0
