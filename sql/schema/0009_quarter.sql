-- grain: nowcasts as_of, subject_key; quarter_parts as_of, kind, key; outlooks as_of
-- units: money in the reporting currency

DROP TABLE nowcasts;  -- nothing was ever written to it
CREATE TABLE nowcasts (
    as_of          DATE NOT NULL,  -- the day on which it was said
    quarter        VARCHAR NOT NULL,
    last_date      DATE NOT NULL,  -- the quarter's: another calendar may give another quarter the same name
    subject_key    VARCHAR NOT NULL,  -- company, or category:, product: or region: and which
    actual_to_date DOUBLE PRECISION NOT NULL,
    estimate       DOUBLE PRECISION NOT NULL,
    low80          DOUBLE PRECISION,
    high80         DOUBLE PRECISION,
    low95          DOUBLE PRECISION,
    high95         DOUBLE PRECISION,
    target         DOUBLE PRECISION,
    last_year      DOUBLE PRECISION,
    PRIMARY KEY (as_of, subject_key)
);

CREATE TABLE quarter_parts (
    as_of          DATE NOT NULL,
    kind           VARCHAR NOT NULL,  -- company, category, product or region
    key            VARCHAR,  -- missing for the company, and for what belongs to no category or region
    actual_to_date DOUBLE PRECISION NOT NULL,
    estimate       DOUBLE PRECISION NOT NULL,
    low80          DOUBLE PRECISION,
    high80         DOUBLE PRECISION,
    low95          DOUBLE PRECISION,
    high95         DOUBLE PRECISION,
    target         DOUBLE PRECISION,
    last_year      DOUBLE PRECISION
);

CREATE TABLE outlooks (
    as_of   DATE NOT NULL PRIMARY KEY,
    summary VARCHAR NOT NULL  -- everything else that the Quarter page shows, as JSON
);
DELETE FROM mornings;
