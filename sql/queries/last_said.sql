-- grain: warning_key
-- reads: warning_days
-- params: as_of (days before this one), first_date (and from this one on)
WITH ranked AS (
    SELECT
        as_of,
        warning_key,
        said,
        row_number() OVER (PARTITION BY warning_key ORDER BY as_of DESC) AS place
    FROM warning_days
    WHERE as_of < :as_of
      AND as_of >= :first_date
)
SELECT
    as_of,
    warning_key,
    said
FROM ranked
WHERE place = 1
ORDER BY as_of, warning_key
