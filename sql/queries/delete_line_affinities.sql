-- grain: as_of
-- params: as_of (of the rehearsal that is made again)
DELETE FROM line_affinities
WHERE as_of = :as_of
