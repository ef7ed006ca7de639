-- grain: as_of
-- params: as_of (its own row goes, to be made again), oldest_date (and those before it, whose lists go too)
DELETE FROM mornings
WHERE as_of = :as_of
   OR as_of < :oldest_date
