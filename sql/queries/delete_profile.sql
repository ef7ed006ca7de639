-- grain: profile
-- params: profile
DELETE FROM import_profiles WHERE profile = :profile
