-- grain: name
-- params: name
DELETE FROM settings WHERE name = :name
