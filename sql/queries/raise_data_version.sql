-- grain: the one row of state
UPDATE state SET data_version = data_version + 1
