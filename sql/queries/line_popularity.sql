-- grain: segment, line
-- units: buyers_share 0-1
-- reads: line_popularity
-- params: as_of (of the rehearsal)
SELECT
    segment,
    line,
    buyers_share
FROM line_popularity
WHERE as_of = :as_of
