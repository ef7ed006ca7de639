-- grain: warning_key
-- reads: warnings
SELECT warning_key
FROM warnings
