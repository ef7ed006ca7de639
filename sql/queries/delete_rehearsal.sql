-- grain: as_of
-- params: as_of
DELETE FROM rehearsals WHERE as_of = :as_of
