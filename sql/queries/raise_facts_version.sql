-- grain: the one row of state
UPDATE state SET facts_version = facts_version + 1
