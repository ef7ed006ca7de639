-- grain: one table a block; a verdict carries what it judged, so that it means the same however the past is seen later

ALTER TABLE verdicts ADD COLUMN as_of DATE;  -- the day whose warning was judged; it takes part from this day on
ALTER TABLE verdicts ADD COLUMN said VARCHAR;  -- the warning as JSON, as it was said that day
ALTER TABLE verdicts ADD COLUMN is_act BOOLEAN;  -- the warning had been marked Act by then

CREATE TABLE said_days (
    as_of DATE NOT NULL PRIMARY KEY  -- a morning was given; its warnings, if any, are in warning_days
);
INSERT INTO said_days SELECT as_of FROM warning_days UNION SELECT as_of FROM mornings;
DELETE FROM mornings;  -- kept by a program that knew less of a morning; they are computed anew
