-- grain: load_id
-- params: load_id, undone_at, undone_by
UPDATE loads
SET state     = 'undone',
    undone_at = :undone_at,
    undone_by = :undone_by
WHERE load_id = :load_id
