-- grain: as_of
-- params: as_of
DELETE FROM mornings WHERE as_of = :as_of
