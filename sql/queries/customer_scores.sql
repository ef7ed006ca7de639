-- grain: customer_id
-- units: value_at_risk money over the horizon, value_at_risk_year money a year
-- reads: customer_scores
-- params: as_of
SELECT
    customer_id,
    state,
    p_churn,
    p_lost,
    value_at_risk,
    value_at_risk_year,
    days_since_last_order,
    usual_gap_days,
    limit_days,
    purchase_days,
    last_order_date
FROM customer_scores
WHERE as_of = :as_of
