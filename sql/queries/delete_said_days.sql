-- grain: as_of
-- params: as_of
DELETE FROM said_days WHERE as_of = :as_of
