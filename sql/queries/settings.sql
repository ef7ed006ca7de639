-- grain: name
-- reads: settings
SELECT
    name,
    value
FROM settings
