-- grain: one row
-- reads: warning_days
-- params: warning_key
SELECT min(as_of) FROM warning_days WHERE warning_key = :warning_key
