-- grain: as_of
-- reads: rehearsals
-- params: as_of (the last rehearsal that knew nothing later)
SELECT
    as_of,
    summary
FROM rehearsals
WHERE as_of <= :as_of
ORDER BY as_of DESC
LIMIT 1
