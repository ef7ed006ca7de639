-- grain: one row
-- reads: feedback
SELECT EXISTS (
    SELECT feedback_id
    FROM feedback
    WHERE acknowledged_at IS NOT NULL
       OR resolved_at IS NOT NULL
) AS are_answers_known
