-- grain: subject_key
-- units: observed, expected, stake money
-- reads: product_states
-- params: as_of
SELECT
    subject_key,
    product_id,
    state,
    evidence,
    onset,
    observed,
    expected,
    effect_share,
    effect_low,
    effect_high,
    stake,
    revenue_28_days,
    expected_28_days,
    revenue_year,
    trend,
    warning_key
FROM product_states
WHERE as_of = :as_of
