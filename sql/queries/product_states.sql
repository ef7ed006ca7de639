-- grain: subject_key
-- units: observed, expected, stake, quarter_gap money; shares 0-1; nps points
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
    warning_key,
    first_choice,
    first_choice_before,
    first_choice_count,
    price_gap,
    price_gap_to,
    nps,
    nps_count,
    stars,
    stars_count,
    returns,
    category_share,
    quarter_gap
FROM product_states
WHERE as_of = :as_of
