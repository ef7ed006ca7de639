-- grain: as_of
-- params: as_of
DELETE FROM warning_days WHERE as_of = :as_of
