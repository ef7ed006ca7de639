-- grain: profile
-- reads: import_profiles
SELECT
    profile,
    kind,
    answers,
    headings,
    file_name,
    person,
    remembered_at
FROM import_profiles
ORDER BY remembered_at DESC, profile
