-- grain: one table a block; the base of customers as it was computed on a day, what people do about it and what they heard
-- units: money in the reporting currency; shares and probabilities 0-1; timestamps UTC

ALTER TABLE feedback ADD COLUMN heard_by VARCHAR;  -- the colleague who spoke with the customer
CREATE TABLE wider_feedback AS
    SELECT load_id, feedback_id, given_date, received_at, customer_id, product_id, source, touchpoint, score, scale,
        first_choice, verbatim, acknowledged_at, resolved_at, CAST(NULL AS VARCHAR) AS heard_by, superseded_by, is_removal
    FROM superseded_feedback;
DROP TABLE superseded_feedback;
ALTER TABLE wider_feedback RENAME TO superseded_feedback;
ALTER TABLE superseded_feedback ALTER COLUMN is_removal SET DEFAULT FALSE;

ALTER TABLE customers ADD COLUMN estimated_spend DECIMAL(24, 8);  -- a year, with all suppliers of what we sell
ALTER TABLE customers ADD COLUMN estimate_source VARCHAR;
CREATE TABLE wider_customers AS
    SELECT load_id, customer_id, customer_name, segment, region, account_owner, email, phone,
        CAST(NULL AS DECIMAL(24, 8)) AS estimated_spend, CAST(NULL AS VARCHAR) AS estimate_source, superseded_by, is_removal
    FROM superseded_customers;
DROP TABLE superseded_customers;
ALTER TABLE wider_customers RENAME TO superseded_customers;
ALTER TABLE superseded_customers ALTER COLUMN is_removal SET DEFAULT FALSE;

DELETE FROM mornings;  -- kept by a program that kept less of a customer's score; they are computed anew
DROP TABLE customer_scores;
CREATE TABLE customer_scores (
    as_of                  DATE NOT NULL,
    customer_id            VARCHAR NOT NULL,
    state                  VARCHAR NOT NULL,
    p_churn                DOUBLE PRECISION,
    p_lost                 DOUBLE PRECISION,
    value_at_risk          DOUBLE PRECISION,
    value_at_risk_year     DOUBLE PRECISION,
    rate_year              DOUBLE PRECISION,  -- money
    expected_revenue       DOUBLE PRECISION,  -- money in the next 90 days
    share_of_revenue       DOUBLE PRECISION,
    days_since_last_order  BIGINT NOT NULL,
    usual_gap_days         DOUBLE PRECISION,
    limit_days             DOUBLE PRECISION,
    purchase_days          BIGINT NOT NULL,
    purchase_days_90       BIGINT NOT NULL,
    usual_purchase_days_90 DOUBLE PRECISION,
    first_date             DATE NOT NULL,
    last_order_date        DATE NOT NULL,
    is_one_time            BOOLEAN NOT NULL,
    is_large_first_order   BOOLEAN NOT NULL,
    is_dominant            BOOLEAN NOT NULL,
    is_seasonal            BOOLEAN NOT NULL,
    is_rough               BOOLEAN NOT NULL
);

CREATE TABLE bases (
    as_of   DATE NOT NULL PRIMARY KEY,
    summary VARCHAR NOT NULL  -- JSON of model.CustomerBase
);

CREATE TABLE customer_classes (
    as_of          DATE NOT NULL,
    period         VARCHAR NOT NULL,  -- year or quarter: up to as_of, against the same a year before
    customer_id    VARCHAR NOT NULL,
    customer_class VARCHAR NOT NULL,
    revenue_before DOUBLE PRECISION NOT NULL,
    revenue_now    DOUBLE PRECISION NOT NULL
);

CREATE TABLE customer_rehearsals (
    as_of       DATE NOT NULL PRIMARY KEY,  -- the last day of the past that was rehearsed on
    computed_at TIMESTAMP NOT NULL,
    summary     VARCHAR NOT NULL  -- JSON of model.CustomerRehearsal
);

CREATE TABLE line_affinities (
    as_of   DATE NOT NULL,
    because VARCHAR NOT NULL,  -- who buys this line
    line    VARCHAR NOT NULL,  -- is likelier to take this one
    weight  DOUBLE PRECISION NOT NULL
);

CREATE TABLE line_popularity (
    as_of        DATE NOT NULL,
    segment      VARCHAR,  -- NULL: everybody
    line         VARCHAR NOT NULL,
    buyers_share DOUBLE PRECISION NOT NULL
);
