-- grain: the columns that product_states gains: what else is known of a product on a day
-- units: shares 0-1; nps points; quarter_gap money

ALTER TABLE product_states ADD COLUMN first_choice DOUBLE PRECISION;  -- of those asked lately, the share naming it first
ALTER TABLE product_states ADD COLUMN first_choice_before DOUBLE PRECISION;
ALTER TABLE product_states ADD COLUMN first_choice_count BIGINT;  -- customers asked lately
ALTER TABLE product_states ADD COLUMN price_gap DOUBLE PRECISION;  -- ours against the cheapest rival
ALTER TABLE product_states ADD COLUMN price_gap_to VARCHAR;
ALTER TABLE product_states ADD COLUMN nps DOUBLE PRECISION;
ALTER TABLE product_states ADD COLUMN nps_count BIGINT;
ALTER TABLE product_states ADD COLUMN stars DOUBLE PRECISION;
ALTER TABLE product_states ADD COLUMN stars_count BIGINT;
ALTER TABLE product_states ADD COLUMN returns DOUBLE PRECISION;
ALTER TABLE product_states ADD COLUMN category_share DOUBLE PRECISION;
ALTER TABLE product_states ADD COLUMN quarter_gap DOUBLE PRECISION;
DELETE FROM mornings;
