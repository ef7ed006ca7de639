-- grain: one table a block; each fact table has a twin that holds the rows which a later load replaced
-- units: money DECIMAL(24, 8) in the reporting currency; shares 0-1; timestamps UTC

CREATE TABLE state (
    data_version  BIGINT NOT NULL,  -- raised by every commit; caches are keyed by it
    facts_version BIGINT NOT NULL   -- raised by every load and undo; a morning older than it is computed again
);
INSERT INTO state VALUES (0, 0);

CREATE TABLE settings (
    name  VARCHAR NOT NULL PRIMARY KEY,
    value VARCHAR NOT NULL
);

CREATE TABLE loads (
    load_id        BIGINT NOT NULL PRIMARY KEY,
    kind           VARCHAR NOT NULL,
    file_name      VARCHAR NOT NULL,
    content_hash   VARCHAR NOT NULL,
    state          VARCHAR NOT NULL,  -- live or undone
    loaded_at      TIMESTAMP NOT NULL,
    loaded_by      VARCHAR NOT NULL,
    undone_at      TIMESTAMP,
    undone_by      VARCHAR,
    rows_read      BIGINT NOT NULL,
    rows_accepted  BIGINT NOT NULL,
    rows_new       BIGINT NOT NULL,
    rows_replaced  BIGINT NOT NULL,
    rows_unchanged BIGINT NOT NULL,
    rows_rejected  BIGINT NOT NULL,
    first_date     DATE,
    last_date      DATE,
    amount         DECIMAL(28, 8),
    report         VARCHAR NOT NULL  -- the load as JSON, without its rejects
);

CREATE TABLE load_rejects (
    load_id     BIGINT NOT NULL,
    line        BIGINT NOT NULL,
    line_to     BIGINT,
    column_name VARCHAR,
    reason      VARCHAR NOT NULL,
    value       VARCHAR,
    message     VARCHAR NOT NULL
);

CREATE TABLE import_profiles (
    profile VARCHAR NOT NULL PRIMARY KEY,  -- the analyst's name for the source, or the hash of its heading
    kind    VARCHAR NOT NULL,
    answers VARCHAR NOT NULL  -- columns and answers as JSON
);

CREATE TABLE audit_log (
    happened_at TIMESTAMP NOT NULL,
    person      VARCHAR NOT NULL,
    verb        VARCHAR NOT NULL,  -- load, undo, setting, profile
    subject     VARCHAR NOT NULL,
    detail      VARCHAR NOT NULL
);

CREATE TABLE sales (
    load_id       BIGINT NOT NULL,
    order_id      VARCHAR NOT NULL,
    line_number   VARCHAR NOT NULL,  -- the export's own, or product_id/occurrence within the order
    sold_date     DATE NOT NULL,
    customer_id   VARCHAR,
    product_id    VARCHAR NOT NULL,
    region        VARCHAR,
    channel       VARCHAR,
    quantity      DECIMAL(18, 4),  -- missing where the export has revenue only
    revenue       DECIMAL(24, 8) NOT NULL,
    line_kind     VARCHAR NOT NULL,  -- product, or what else the line charges: see signals/ingest/charges.py
    product_name  VARCHAR,
    category      VARCHAR,
    customer_name VARCHAR
);

CREATE TABLE products (
    load_id           BIGINT NOT NULL,
    product_id        VARCHAR NOT NULL,
    product_name      VARCHAR,
    category          VARCHAR,
    list_price        DECIMAL(24, 8),
    launched_date     DATE,
    discontinued_date DATE
);

CREATE TABLE customers (
    load_id       BIGINT NOT NULL,
    customer_id   VARCHAR NOT NULL,
    customer_name VARCHAR,
    segment       VARCHAR,
    region        VARCHAR,
    account_owner VARCHAR,
    email         VARCHAR,
    phone         VARCHAR
);

CREATE TABLE feedback (
    load_id         BIGINT NOT NULL,
    feedback_id     VARCHAR NOT NULL,
    given_date      DATE NOT NULL,
    received_at     TIMESTAMP,
    customer_id     VARCHAR,
    product_id      VARCHAR,
    source          VARCHAR NOT NULL,
    touchpoint      VARCHAR,
    score           DECIMAL(8, 3),
    scale           VARCHAR,
    first_choice    VARCHAR,
    verbatim        VARCHAR,
    acknowledged_at TIMESTAMP,
    resolved_at     TIMESTAMP
);

CREATE TABLE competitor_prices (
    load_id            BIGINT NOT NULL,
    observed_date      DATE NOT NULL,
    product_id         VARCHAR NOT NULL,
    competitor         VARCHAR NOT NULL,
    competitor_product VARCHAR NOT NULL,
    price              DECIMAL(24, 8) NOT NULL,
    region             VARCHAR,
    source             VARCHAR
);

CREATE TABLE events (
    load_id    BIGINT NOT NULL,
    event_id   VARCHAR NOT NULL,
    kind       VARCHAR NOT NULL,
    first_date DATE NOT NULL,
    last_date  DATE NOT NULL,
    product_id VARCHAR,
    category   VARCHAR,
    region     VARCHAR,
    note       VARCHAR
);

CREATE TABLE targets (
    load_id        BIGINT NOT NULL,
    quarter        VARCHAR NOT NULL,
    category       VARCHAR,
    product_id     VARCHAR,
    region         VARCHAR,
    revenue_target DECIMAL(24, 8) NOT NULL
);

CREATE TABLE spend (
    load_id   BIGINT NOT NULL,
    month     DATE NOT NULL,
    purpose   VARCHAR NOT NULL,
    programme VARCHAR,
    amount    DECIMAL(24, 8) NOT NULL
);

CREATE TABLE superseded_sales AS SELECT *, load_id AS superseded_by FROM sales;
CREATE TABLE superseded_products AS SELECT *, load_id AS superseded_by FROM products;
CREATE TABLE superseded_customers AS SELECT *, load_id AS superseded_by FROM customers;
CREATE TABLE superseded_feedback AS SELECT *, load_id AS superseded_by FROM feedback;
CREATE TABLE superseded_competitor_prices AS SELECT *, load_id AS superseded_by FROM competitor_prices;
CREATE TABLE superseded_events AS SELECT *, load_id AS superseded_by FROM events;
CREATE TABLE superseded_targets AS SELECT *, load_id AS superseded_by FROM targets;
CREATE TABLE superseded_spend AS SELECT *, load_id AS superseded_by FROM spend;

CREATE TABLE mornings (
    as_of         DATE NOT NULL PRIMARY KEY,
    facts_version BIGINT NOT NULL,
    computed_at   TIMESTAMP NOT NULL,
    summary       VARCHAR NOT NULL  -- everything that Today shows, as JSON
);

CREATE TABLE warnings (
    warning_key  VARCHAR NOT NULL PRIMARY KEY,
    metric       VARCHAR NOT NULL,
    subject_key  VARCHAR NOT NULL,
    first_warned DATE NOT NULL,
    onset        DATE NOT NULL
);

CREATE TABLE warning_days (
    as_of       DATE NOT NULL,
    warning_key VARCHAR NOT NULL,
    severity    VARCHAR NOT NULL,
    said        VARCHAR NOT NULL,  -- the warning as JSON, as it was said that day
    PRIMARY KEY (as_of, warning_key)
);

CREATE TABLE product_states (
    as_of        DATE NOT NULL,
    subject_key  VARCHAR NOT NULL,
    product_id   VARCHAR,
    state        VARCHAR NOT NULL,
    evidence     DOUBLE PRECISION,
    onset        DATE,
    observed     DOUBLE PRECISION,
    expected     DOUBLE PRECISION,
    effect_share DOUBLE PRECISION,
    effect_low   DOUBLE PRECISION,
    effect_high      DOUBLE PRECISION,
    stake            DOUBLE PRECISION,
    revenue_28_days  DOUBLE PRECISION,
    expected_28_days DOUBLE PRECISION,
    revenue_year     DOUBLE PRECISION,
    trend            VARCHAR,  -- 13 weeks' revenue as JSON, oldest first
    warning_key      VARCHAR
);

CREATE TABLE subject_weeks (
    as_of       DATE NOT NULL,
    subject_key VARCHAR NOT NULL,
    week        DATE NOT NULL,  -- first day of the seven that end on as_of's weekday
    actual      DOUBLE PRECISION NOT NULL,
    expected    DOUBLE PRECISION NOT NULL,
    low         DOUBLE PRECISION NOT NULL,  -- 80 % band
    high        DOUBLE PRECISION NOT NULL
);

CREATE TABLE customer_scores (
    as_of                 DATE NOT NULL,
    customer_id           VARCHAR NOT NULL,
    state                 VARCHAR NOT NULL,
    p_churn               DOUBLE PRECISION,
    p_lost                DOUBLE PRECISION,
    value_at_risk         DOUBLE PRECISION,
    value_at_risk_year    DOUBLE PRECISION,
    days_since_last_order BIGINT NOT NULL,
    usual_gap_days        DOUBLE PRECISION,
    limit_days            DOUBLE PRECISION,
    purchase_days         BIGINT NOT NULL,
    last_order_date       DATE NOT NULL
);

CREATE TABLE verdicts (
    verdict_id  BIGINT NOT NULL PRIMARY KEY,
    warning_key VARCHAR NOT NULL,
    verdict     VARCHAR NOT NULL,  -- real, expected, data error, false alarm or new normal
    reason      VARCHAR NOT NULL,
    first_date  DATE,  -- the days it speaks of
    last_date   DATE,
    person      VARCHAR NOT NULL,
    given_at    TIMESTAMP NOT NULL,
    reverted_at TIMESTAMP,
    reverted_by VARCHAR
);

CREATE TABLE actions (
    action_id   BIGINT NOT NULL PRIMARY KEY,
    warning_key VARCHAR,  -- one of warning and customer
    customer_id VARCHAR,
    what        VARCHAR NOT NULL,
    owner       VARCHAR NOT NULL,
    due_date    DATE,
    state       VARCHAR NOT NULL,  -- open, done or dropped
    created_at  TIMESTAMP NOT NULL,
    created_by  VARCHAR NOT NULL,
    closed_at   TIMESTAMP
);

CREATE TABLE outcomes (
    action_id BIGINT NOT NULL,
    as_of     DATE NOT NULL,
    observed  DOUBLE PRECISION NOT NULL,
    expected  DOUBLE PRECISION NOT NULL,  -- by the counterfactual that raised the warning
    PRIMARY KEY (action_id, as_of)
);

CREATE TABLE conversations (
    conversation_id BIGINT NOT NULL PRIMARY KEY,
    customer_id     VARCHAR NOT NULL,
    held_date       DATE NOT NULL,
    person          VARCHAR NOT NULL,
    note            VARCHAR NOT NULL,
    created_at      TIMESTAMP NOT NULL
);

CREATE TABLE nowcasts (
    as_of          DATE NOT NULL,  -- the day on which it was said
    quarter        VARCHAR NOT NULL,
    subject_key    VARCHAR NOT NULL,
    actual_to_date DOUBLE PRECISION NOT NULL,
    estimate       DOUBLE PRECISION NOT NULL,
    low80          DOUBLE PRECISION,
    high80         DOUBLE PRECISION,
    low95          DOUBLE PRECISION,
    high95         DOUBLE PRECISION,
    PRIMARY KEY (as_of, subject_key)
);

CREATE TABLE people (
    person_id   VARCHAR NOT NULL PRIMARY KEY,
    person_name VARCHAR NOT NULL,
    email       VARCHAR,
    role        VARCHAR NOT NULL,  -- ceo, director, analyst or colleague
    region      VARCHAR  -- scope; NULL: everything
);
