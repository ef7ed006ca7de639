-- grain: one row
-- reads: verdicts
SELECT coalesce(max(verdict_id), 0) + 1 FROM verdicts
