-- grain: as_of, topic, word
-- units: weight is the word's share of the topic, 0-1

CREATE TABLE topics (
    as_of  DATE NOT NULL,  -- the last day that was learnt from
    topic  VARCHAR NOT NULL,
    name   VARCHAR NOT NULL,
    word   VARCHAR NOT NULL,
    weight DOUBLE PRECISION NOT NULL
);
