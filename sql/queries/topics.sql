-- grain: topic, word
-- units: weight 0-1
-- reads: topics
-- params: as_of (the last that were learnt by this day)
SELECT
    as_of,
    topic,
    name,
    word,
    weight
FROM topics
WHERE as_of = (SELECT max(as_of) FROM topics WHERE as_of <= :as_of)
ORDER BY
    topic,
    weight DESC,
    word
