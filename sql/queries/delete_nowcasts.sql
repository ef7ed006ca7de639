-- grain: as_of
-- params: as_of
DELETE FROM nowcasts WHERE as_of = :as_of
