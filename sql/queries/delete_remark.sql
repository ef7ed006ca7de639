-- grain: feedback_id
-- params: feedback_id (of a remark that was written down by hand)
DELETE FROM feedback
WHERE feedback_id = :feedback_id
  AND load_id = 0
