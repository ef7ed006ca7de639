-- grain: one table a block; summaries are JSON of model.Backtest and detectors.rehearsal.Rehearsal

CREATE TABLE backtests (
    asked_first_date DATE,  -- NULL: from the first day that could be judged
    last_date        DATE NOT NULL,
    first_date       DATE NOT NULL,
    facts_version    BIGINT NOT NULL,
    computed_at      TIMESTAMP NOT NULL,
    summary          VARCHAR NOT NULL
);

CREATE TABLE rehearsals (
    as_of       DATE NOT NULL PRIMARY KEY,  -- the last day of the past that was rehearsed on
    computed_at TIMESTAMP NOT NULL,
    summary     VARCHAR NOT NULL
);
