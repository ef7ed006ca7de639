-- grain: as_of
-- params: as_of (its own rows go, to be made again), oldest_date (and those before it)
DELETE FROM quarter_parts
WHERE as_of = :as_of
   OR as_of < :oldest_date
