-- grain: customer_id
-- units: value_at_risk and expected_revenue money in 90 days; value_at_risk_year and rate_year money a year; shares 0-1
-- reads: customer_scores
-- params: as_of
SELECT
    customer_id,
    state,
    p_churn,
    p_lost,
    value_at_risk,
    value_at_risk_year,
    rate_year,
    expected_revenue,
    share_of_revenue,
    days_since_last_order,
    usual_gap_days,
    limit_days,
    purchase_days,
    purchase_days_90,
    usual_purchase_days_90,
    first_date,
    last_order_date,
    is_one_time,
    is_large_first_order,
    is_dominant,
    is_seasonal,
    is_rough
FROM customer_scores
WHERE as_of = :as_of
