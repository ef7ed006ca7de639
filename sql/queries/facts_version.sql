-- grain: one row
-- reads: state
SELECT facts_version FROM state
