-- grain: profile
-- reads: import_profiles
-- params: profile
SELECT
    kind,
    answers
FROM import_profiles
WHERE profile = :profile
