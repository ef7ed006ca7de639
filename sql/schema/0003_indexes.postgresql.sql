-- grain: no table; the indexes with which a day's load costs the same whatever the history
-- DuckDB scans a column as fast as it would look it up, and a key index there doubles the time of a large load.

CREATE INDEX sales_order_id ON sales (order_id);
CREATE INDEX sales_sold_date ON sales USING brin (sold_date);
CREATE INDEX superseded_sales_sold_date ON superseded_sales USING brin (sold_date);
CREATE INDEX superseded_sales_removed ON superseded_sales (order_id) WHERE is_removal;
