-- grain: one table a block; the new columns of a remembered source are missing where it was remembered before them
-- units: rate is what one unit of `currency` is worth in the reporting currency

-- a row that a later export no longer held and that was removed: its load, its last values, and what replaced the removal
ALTER TABLE superseded_sales ADD COLUMN is_removal BOOLEAN DEFAULT FALSE;
ALTER TABLE superseded_products ADD COLUMN is_removal BOOLEAN DEFAULT FALSE;
ALTER TABLE superseded_customers ADD COLUMN is_removal BOOLEAN DEFAULT FALSE;
ALTER TABLE superseded_feedback ADD COLUMN is_removal BOOLEAN DEFAULT FALSE;
ALTER TABLE superseded_competitor_prices ADD COLUMN is_removal BOOLEAN DEFAULT FALSE;
ALTER TABLE superseded_events ADD COLUMN is_removal BOOLEAN DEFAULT FALSE;
ALTER TABLE superseded_targets ADD COLUMN is_removal BOOLEAN DEFAULT FALSE;
ALTER TABLE superseded_spend ADD COLUMN is_removal BOOLEAN DEFAULT FALSE;

CREATE TABLE rates (
    load_id    BIGINT NOT NULL,
    currency   VARCHAR NOT NULL,
    first_date DATE NOT NULL,
    rate       DECIMAL(28, 8) NOT NULL
);

CREATE TABLE superseded_rates AS SELECT *, load_id AS superseded_by, FALSE AS is_removal FROM rates;

ALTER TABLE import_profiles ADD COLUMN headings VARCHAR;  -- the heading line as JSON
ALTER TABLE import_profiles ADD COLUMN file_name VARCHAR;  -- the last file that taught it
ALTER TABLE import_profiles ADD COLUMN person VARCHAR;
ALTER TABLE import_profiles ADD COLUMN remembered_at TIMESTAMP;
