-- grain: one row
-- reads: state
SELECT data_version FROM state
