-- grain: customer_id
-- units: times days; rate_year and value_at_risk_year money a year; value_at_risk money over the horizon; chances 0-1
-- reads: sales
-- params: as_of (days after it are not read), judged_date (silences count to it), year_date (a year before it), horizon_days, r, alpha, a, b
WITH days AS (
    SELECT
        customer_id,
        sold_date,
        CAST(sum(revenue) AS DOUBLE PRECISION) AS revenue,
        CAST(sum(CASE
                     WHEN line_kind = 'product' AND revenue > 0 AND coalesce(quantity, 1) > 0 THEN revenue
                     ELSE 0
                 END) AS DOUBLE PRECISION) AS purchase_revenue
    FROM sales
    WHERE customer_id IS NOT NULL
      AND sold_date <= :as_of
    GROUP BY customer_id, sold_date
),
purchases AS (
    SELECT
        customer_id,
        sold_date,
        purchase_revenue,
        sold_date - lag(sold_date) OVER (PARTITION BY customer_id ORDER BY sold_date) AS gap_days
    FROM days
    WHERE purchase_revenue > 0
),
own AS (
    SELECT
        customer_id,
        CAST(count(*) - 1 AS DOUBLE PRECISION)                                                AS x,
        CAST(max(sold_date) - min(sold_date) AS DOUBLE PRECISION)                             AS t_x,
        CAST(CAST(:judged_date AS DATE) - min(sold_date) + 1 AS DOUBLE PRECISION)             AS age,
        percentile_cont(0.5) WITHIN GROUP (ORDER BY CAST(gap_days AS DOUBLE PRECISION))       AS median_gap,
        percentile_cont(0.5) WITHIN GROUP (ORDER BY purchase_revenue)                         AS median_day
    FROM purchases
    GROUP BY customer_id
),
everybody AS (
    SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY median_gap) AS gap_days
    FROM own
),
bought AS (
    SELECT
        percentile_cont(0.5) WITHIN GROUP (ORDER BY purchase_revenue)  AS usual_day,
        percentile_cont(0.99) WITHIN GROUP (ORDER BY purchase_revenue) AS high_day
    FROM purchases
),
habits AS (
    SELECT
        own.*,
        CASE
            WHEN own.x >= 2 THEN own.median_gap
            ELSE (own.t_x + 2 * everybody.gap_days) / (own.x + 2)
        END AS usual_gap_days,
        CASE WHEN everybody.gap_days <= 10 THEN 30 ELSE 90 END AS shortest_limit_days,
        greatest(5 * ((own.x + 1) * own.median_day + 2 * bought.usual_day) / (own.x + 3), bought.high_day) AS day_cap
    FROM own
    CROSS JOIN everybody
    CROSS JOIN bought
),
rhythm AS (
    SELECT
        habits.*,
        greatest(shortest_limit_days, 3 * usual_gap_days) AS limit_days,
        CASE WHEN x = 0 THEN 365 ELSE least(greatest(age, 30), 365) END AS rate_days
    FROM habits
),
year_revenue AS (
    SELECT
        days.customer_id,
        greatest(sum(least(greatest(days.revenue, -rhythm.day_cap), rhythm.day_cap)), 0) AS revenue
    FROM days
    INNER JOIN rhythm
        ON rhythm.customer_id = days.customer_id
    WHERE days.sold_date > :year_date
    GROUP BY days.customer_id
),
logarithms AS (
    SELECT
        rhythm.customer_id,
        rhythm.usual_gap_days,
        rhythm.limit_days,
        365 * coalesce(year_revenue.revenue, 0) / rhythm.rate_days                 AS rate_year,
        (:r + x) * ln((:alpha + t_x) / (:alpha + age))                             AS log_now,
        (:r + x) * ln((:alpha + t_x) / (:alpha + age + :horizon_days))             AS log_horizon,
        (:r + x) * ln((:alpha + t_x) / (:alpha + greatest(age, t_x + limit_days))) AS log_limit,
        :a / (:b + x)                                                              AS left_odds
    FROM rhythm
    LEFT JOIN year_revenue
        ON year_revenue.customer_id = rhythm.customer_id
),
survival AS (  -- PostgreSQL refuses a power below the smallest double, about e^-708, as an underflow
    SELECT
        customer_id,
        usual_gap_days,
        limit_days,
        rate_year,
        exp(greatest(log_now, -700)) + left_odds     AS until_now,
        exp(greatest(log_horizon, -700)) + left_odds AS until_horizon,
        exp(greatest(log_limit, -700)) + left_odds   AS until_limit
    FROM logarithms
)
SELECT
    customer_id,
    usual_gap_days,
    limit_days,
    rate_year,
    until_horizon / until_now                                   AS p_churn,
    until_limit / until_now                                     AS p_lost,
    until_horizon / until_now * rate_year * :horizon_days / 365 AS value_at_risk,
    until_limit / until_now * rate_year                         AS value_at_risk_year
FROM survival
