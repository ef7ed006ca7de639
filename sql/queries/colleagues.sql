-- grain: colleague
-- reads: customers, feedback, people, actions
SELECT colleague
FROM (
    SELECT account_owner AS colleague FROM customers
    UNION
    SELECT heard_by FROM feedback
    UNION
    SELECT person_name FROM people
    UNION
    SELECT owner FROM actions
) AS everybody
WHERE colleague IS NOT NULL
ORDER BY colleague
