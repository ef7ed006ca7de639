-- grain: one row
-- reads: audit_log
SELECT count(*) + 1 AS remark_number
FROM audit_log
WHERE verb = 'heard'
