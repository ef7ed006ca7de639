-- grain: as_of
-- params: as_of (of the topics that are learnt again)
DELETE FROM topics
WHERE as_of = :as_of
