-- grain: event_id
-- reads: events
-- params: as_of (events that begin later are not returned)
SELECT
    event_id,
    kind,
    first_date,
    last_date,
    product_id,
    category,
    region,
    note
FROM events
WHERE first_date <= :as_of
