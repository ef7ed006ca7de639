"""Is the demo company whole, the same every time, and is its truth really in its data?"""

import time
from datetime import date

import numpy as np
import pandas as pd
import pytest

from signals.demo import story
from signals.demo.company import EXPORTS, make, write
from signals.demo.phrases import CORES, THEMES
from signals.demo.story import Story

TOLD = Story(story.LAST_DAY)
KEYS = {
    "sales": ["order_id", "line_number"],
    "products": ["product_id"],
    "customers": ["customer_id"],
    "feedback": ["feedback_id"],
    "competitor_prices": ["observed_date", "product_id", "competitor", "competitor_product"],
    "events": ["event_id"],
    "targets": ["quarter", "category", "product_id", "region"],
    "spend": ["month", "purpose", "programme"],
}
COLUMNS = {
    "sales": "order_id line_number sold_date customer_id product_id region channel quantity revenue",
    "products": "product_id product_name category list_price launched_date discontinued_date",
    "customers": "customer_id customer_name segment region account_owner email phone estimated_spend estimate_source",
    "feedback": "feedback_id given_date received_at customer_id product_id source touchpoint score scale first_choice "
    "verbatim acknowledged_at resolved_at heard_by",
    "competitor_prices": "observed_date product_id competitor competitor_product price region source",
    "events": "event_id kind first_date last_date product_id category region note",
    "targets": "quarter category product_id region revenue_target",
    "spend": "month purpose programme amount",
}


@pytest.fixture(scope="module")
def company():
    return make()


@pytest.fixture(scope="module")
def sales(company):
    return company.sales


@pytest.fixture(scope="module")
def written(company, tmp_path_factory):
    return dict(zip(EXPORTS, write(company, tmp_path_factory.mktemp("exports")), strict=True))


def of(sales, product_id, first, last):
    """Lines of one product sold between two days, both included, without returns."""
    is_asked = sales.sold_date.between(pd.Timestamp(first), pd.Timestamp(last)) & (sales.quantity > 0)
    return sales[is_asked & (sales.product_id == product_id)]


def test_the_same_seed_makes_the_same_bytes_in_modest_files(written, tmp_path):
    again = write(make(), tmp_path)
    assert [path.read_bytes() for path in written.values()] == [path.read_bytes() for path in again]
    assert written["sales"].name == "sales.csv.gz"
    assert sum(path.stat().st_size for path in again) < 6_000_000


def test_what_is_written_reads_back(company, written):
    read = pd.read_csv(written["sales"])
    assert read.revenue.sum().round(2) == company.sales.revenue.sum().round(2)
    assert read.customer_id.isna().sum() == company.sales.customer_id.isna().sum() > 0
    assert pd.read_csv(written["products"]).list_price.tolist() == company.products.list_price.tolist()
    text = written["feedback"].read_text(encoding="utf-8")
    assert ",nan," not in text and ",None," not in text and ",NaT," not in text
    assert pd.read_csv(written["feedback"]).score.dropna().tolist() == company.feedback.score.dropna().tolist()


def test_another_seed_makes_another_company_with_the_same_story(company):
    other = make(seed=8)
    assert len(other.sales) != len(company.sales)
    assert [fall.product_id for fall in other.truth.downturns] == [fall.product_id for fall in company.truth.downturns]


def test_the_story_moves_with_its_last_day():
    last_day = date(2027, 3, 4)
    moved = make(last_day=last_day)
    assert moved.sales.sold_date.max() == pd.Timestamp(last_day)
    onset = moved.truth.downturns[0].onset
    assert last_day - onset == story.LAST_DAY - TOLD.trident_onset
    assert moved.truth.downturns[0].effect_share == pytest.approx(-0.25, abs=0.04)


def test_it_is_made_quickly():
    started = time.perf_counter()
    make(seed=3)
    assert time.perf_counter() - started < 6


@pytest.mark.parametrize("name", EXPORTS)
def test_every_export_has_its_columns_rows_and_a_unique_key(company, name):
    frame = getattr(company, name)
    assert list(frame.columns) == COLUMNS[name].split()
    assert len(frame) > 0
    assert not frame.duplicated(KEYS[name]).any()


def test_references_resolve(company):
    products, customers = set(company.products.product_id), set(company.customers.customer_id)
    for name in ("sales", "feedback", "competitor_prices", "events"):
        assert set(getattr(company, name).product_id.dropna()) <= products
    for name in ("sales", "feedback"):
        assert set(getattr(company, name).customer_id.dropna()) <= customers
    assert set(company.targets.category.dropna()) <= set(company.products.category)
    assert set(company.sales.region) == set(company.customers.region)
    assert set(company.sales.channel) == {"store", "web", "partner"}
    one_customer = company.sales.groupby("order_id").customer_id.nunique(dropna=False)
    assert (one_customer == 1).all()


def test_nothing_lies_after_the_last_day(company):
    end = pd.Timestamp(story.LAST_DAY) + pd.Timedelta(days=1)
    for name in EXPORTS:
        frame = getattr(company, name)
        moments = frame.select_dtypes("datetime")
        assert (moments.isna() | (moments < end)).all(axis=None), name
    assert company.sales.sold_date.min() == pd.Timestamp(TOLD.first_day)


def test_revenue_is_quantity_times_a_price_in_cents(sales):
    cents = (sales.revenue * 100).round().astype(int)
    assert np.allclose(sales.revenue * 100, cents, atol=1e-6)
    assert (cents % sales.quantity.abs() == 0).all()
    assert (np.sign(sales.revenue) == np.sign(sales.quantity)).all()
    assert (sales.quantity < 0).mean() == pytest.approx(0.006, abs=0.002)


def test_volumes_suffice_for_the_majors_and_not_for_the_quiet(company, sales):
    days = (sales.sold_date.max() - sales.sold_date.min()).days + 1
    per_day = sales[sales.quantity > 0].groupby("product_id").size() / days
    assert per_day[[story.TRIDENT, story.ORION]].min() > 20
    assert per_day[list(story.QUIET)].max() < 1
    assert per_day.between(3, 16).sum() > 15
    assert 250_000 < len(sales) < 400_000
    assert 1500 < len(company.customers) < 2500
    assert company.customers.customer_name.is_unique


def test_days_have_a_rhythm_and_categories_a_season(company, sales):
    by_weekday = sales.groupby(sales.sold_date.dt.day_of_week).size()
    assert by_weekday[6] < 0.35 * by_weekday[0]
    category = sales.product_id.map(company.products.set_index("product_id").category)
    monthly = sales.groupby([category, sales.sold_date.dt.month]).size().unstack(0)
    share = monthly.div(monthly.sum(axis=1), axis=0)
    assert share.loc[1, "Cold & flu"] > 1.15 * share.loc[7, "Cold & flu"]
    assert share.loc[5, "Allergy"] > 1.1 * share.loc[9, "Allergy"]


@pytest.mark.parametrize("number", [0, 1])
def test_the_falls_are_in_the_sales_as_the_truth_says(company, sales, number):
    fall = company.truth.downturns[number]
    span = (story.LAST_DAY - fall.onset).days + 1
    before_first = fall.onset - pd.Timedelta(days=91)
    others = sales[sales.product_id != fall.product_id]

    def per_line(product_id, first, last):
        return len(of(sales, product_id, first, last)) / others.sold_date.between(str(first), str(last)).sum()

    before = per_line(fall.product_id, before_first, fall.onset - pd.Timedelta(days=1))
    after = per_line(fall.product_id, fall.onset, story.LAST_DAY)
    assert span > 30
    assert after / before - 1 == pytest.approx(fall.effect_share, abs=0.09)
    assert fall.revenue_effect_share == pytest.approx(fall.effect_share, abs=0.04)
    assert fall.lost_revenue > 80_000


def test_the_falls_have_the_sizes_of_the_story(company):
    trident, orion = company.truth.downturns
    assert (trident.product_id, orion.product_id) == (story.TRIDENT, story.ORION)
    assert -0.28 <= trident.effect_share <= -0.22
    assert -0.25 <= orion.effect_share <= -0.18


@pytest.mark.parametrize("product_id", [story.TRIDENT, story.ORION])
def test_the_last_two_weeks_are_visibly_down(sales, product_id):
    last_day = pd.Timestamp(story.LAST_DAY)
    late = of(sales, product_id, last_day - pd.Timedelta(days=13), last_day).revenue.sum() / 14
    summer = of(sales, product_id, "2026-07-01", "2026-09-30").revenue.sum() / 92
    assert late < 0.82 * summer


def test_five_accounts_in_the_north_east_carry_most_of_tridents_fall(company, sales):
    fall = company.truth.downturns[0]
    accounts = company.customers[company.customers.customer_id.isin(fall.customer_ids)]
    assert len(accounts) == 5
    assert set(accounts.region) == {"North-East"}
    before = of(sales, story.TRIDENT, fall.onset - pd.Timedelta(days=45), fall.onset - pd.Timedelta(days=1))
    after = of(sales, story.TRIDENT, fall.onset, story.LAST_DAY)
    dropped = {
        name: before[before[key].isin(values)].revenue.sum() - after[after[key].isin(values)].revenue.sum()
        for name, key, values in (("accounts", "customer_id", fall.customer_ids), ("region", "region", fall.regions))
    }
    whole = before.revenue.sum() - after.revenue.sum()
    assert dropped["accounts"] > 0.45 * whole
    assert dropped["region"] > 0.6 * whole
    assert dropped["accounts"] > 0.8 * before.revenue[before.customer_id.isin(fall.customer_ids)].sum()
    other = sales[sales.customer_id.isin(fall.customer_ids) & (sales.product_id != story.TRIDENT)]
    assert (other.sold_date >= pd.Timestamp(fall.onset)).sum() > 300  # they stay, without Trident


@pytest.mark.parametrize(
    ("product_id", "turn", "brand"),
    [(story.TRIDENT, TOLD.trident_onset, "Trident"), (story.ORION, TOLD.orion_onset, "Orion")],
)
def test_fewer_name_it_first(company, product_id, turn, brand):
    answers = company.feedback[company.feedback.first_choice.notna() & (company.feedback.product_id == product_id)]
    is_after = answers.given_date >= pd.Timestamp(turn)
    before, after = (answers[part].first_choice.eq(brand).mean() for part in (~is_after, is_after))
    assert is_after.sum() > 150
    assert before - after == pytest.approx(0.09, abs=0.03)
    assert (answers.groupby(answers.given_date.dt.to_period("W")).size().iloc[1:-1] > 20).all()


def test_the_rivals_price_went_below_ours_on_the_third_of_october(company, sales):
    reliva = company.competitor_prices.query("competitor_product == 'Reliva'").set_index("observed_date").price
    ours = of(sales, story.TRIDENT, "2026-09-01", "2026-11-21")
    realised = ours.revenue.sum() / ours.quantity.sum()
    listed = company.products.set_index("product_id").list_price[story.TRIDENT]
    assert reliva[:"2026-10-02"].min() > listed > realised
    assert reliva["2026-10-03":].max() < realised
    assert reliva.index[reliva < realised].min() == pd.Timestamp("2026-10-03")
    orions = company.competitor_prices.query("product_id == @story.ORION and observed_date >= '2026-06-01'")
    assert (orions.groupby("competitor_product").price.nunique() == 1).all()


def test_orions_complaints_are_about_the_blister_and_are_new(company):
    words = company.feedback[company.feedback.product_id.eq(story.ORION) & company.feedback.verbatim.notna()]
    is_pack = words.verbatim.str.contains("blister|blíster|foil|Folie|Blister|envase|confezione|Packung|strips")
    is_new = words.given_date >= pd.Timestamp(TOLD.new_pack)
    assert (is_pack & is_new).sum() > 80
    assert (is_pack & ~is_new & words.source.eq("complaint")).sum() == 0


def test_no_event_gives_the_two_falls_away(company):
    assert not company.events.product_id.isin([story.TRIDENT, story.ORION]).any()


def test_leavers_order_no_more_and_some_said_why(company, sales):
    leavers = company.truth.leavers
    last_order = sales[sales.quantity > 0].groupby("customer_id").sold_date.max().dt.date
    assert 25 <= len(leavers) <= 40
    assert all(last_order[leaver.customer_id] < leaver.left_date for leaver in leavers)
    assert all(TOLD.leaving[0] <= leaver.left_date <= TOLD.leaving[1] for leaver in leavers)
    assert all(leaver.complaint_count > 0 for leaver in leavers if leaver.cause != "none given")
    assert sum(leaver.complaint_count > 0 for leaver in leavers) > 15
    yearly = sales[sales.sold_date.between("2025-07-01", "2026-06-30")].groupby("customer_id").revenue.sum()
    assert yearly[[leaver.customer_id for leaver in leavers]].median() > yearly.median()
    assert all(
        last_order[customer_id] < day for customer_id, day in company.truth.faded.items() if customer_id in last_order
    )


def test_the_late_region_is_silent_at_the_end_and_only_there(company, sales):
    last = sales.groupby("region").sold_date.max()
    assert last[story.LATE_REGION] == pd.Timestamp(TOLD.late_from) - pd.Timedelta(days=1)
    assert (last.drop(story.LATE_REGION) == pd.Timestamp(story.LAST_DAY)).all()
    late = company.truth.late_sales
    assert set(late.region) == {story.LATE_REGION}
    assert late.sold_date.min() == pd.Timestamp(TOLD.late_from)
    assert not set(late.order_id) & set(sales.order_id)


def test_the_traps_are_set(company, sales):
    kinds = {trap.kind: trap for trap in company.truth.traps}
    first, last = TOLD.promotion
    during = of(sales, story.PROMOTED, first, last)
    after = of(sales, story.PROMOTED, last + pd.Timedelta(days=1), last + pd.Timedelta(days=21))
    assert len(during) > 1.2 * len(after)
    assert during.revenue.sum() / during.quantity.sum() < 0.9 * after.revenue.sum() / after.quantity.sum()
    huge = of(sales, story.HUGE, TOLD.huge_order, TOLD.huge_order).quantity.max()
    assert huge == story.HUGE_QUANTITY > 10 * sales.quantity[sales.quantity < huge].quantile(0.999)
    assert of(sales, story.STOCKED_OUT, *TOLD.stock_out).empty
    assert sales.sold_date[sales.region == story.NEW_REGION].min() >= pd.Timestamp(TOLD.region_opening)
    assert sales.sold_date[sales.product_id == story.LAUNCHED].min() >= pd.Timestamp(TOLD.launch)
    sold_out = sales[(sales.product_id == story.DISCONTINUED) & (sales.quantity > 0)].sold_date.max()
    assert sold_out <= pd.Timestamp(TOLD.discontinuation)
    explained = {"promotion's end", "stock-out", "price rise", "launch", "discontinued"}
    assert all(company.events.product_id.isin(kinds[kind].product_ids).any() for kind in explained)


def test_the_price_rise_is_in_what_people_pay(sales):
    prices = [
        (part.revenue.sum() / part.quantity.sum())
        for part in (
            of(sales, story.DEARER, "2026-04-01", "2026-06-30"),
            of(sales, story.DEARER, "2026-07-01", "2026-09-30"),
        )
    ]
    assert 0.04 < prices[1] / prices[0] - 1 < 0.08


def test_feedback_is_said_by_buyers_and_answered_in_order(company):
    feedback = company.feedback
    assert 3000 <= len(feedback) <= 5000
    assert (feedback.received_at.dt.floor("D") == feedback.given_date).all()
    assert (feedback.acknowledged_at.isna() | (feedback.acknowledged_at > feedback.received_at)).all()
    assert (feedback.resolved_at.isna() | (feedback.resolved_at >= feedback.acknowledged_at)).all()
    complaints = feedback[feedback.source == "complaint"]
    hours = (complaints.acknowledged_at - complaints.received_at).dt.total_seconds() / 3600
    assert (hours <= 24).mean() > 0.5
    assert (hours > 24).mean() > 0.2
    assert hours.isna().mean() > 0.03
    scored = feedback[feedback.score.notna()].groupby("scale").score.agg(["min", "max"])
    assert scored.loc["nps"].tolist() == [0, 10]
    assert scored.loc["stars"].tolist() == [1, 5]
    assert feedback.score.isna().equals(feedback.scale.isna())


def test_verbatims_are_varied_finished_sentences(company):
    words = company.feedback.verbatim.dropna()
    assert words.nunique() > 700
    assert not words.str.contains(r"[{}*|]|None|nan\b").any()
    assert words.str[0].str.isupper().mean() > 0.9
    assert words.str.contains("Lieferung|livraison|pedido|consegna").sum() > 20
    assert set(CORES) == {(theme, language) for theme in THEMES for language in ("en", "de", "fr", "es", "it")}


def test_targets_of_the_categories_sum_to_the_companys(company):
    by_quarter = company.targets.groupby("quarter")
    for _, rows in by_quarter:
        assert rows[rows.category.isna()].revenue_target.sum() == rows[rows.category.notna()].revenue_target.sum()
    assert company.targets.quarter.max() == "2026-Q4"


def test_winning_customers_costs_more_than_is_spent_on_keeping_them(company):
    spent = company.spend.groupby("purpose").amount.sum()
    assert spent["acquire"] > 4 * spent["retain"]
    assert company.spend.month.dt.day.eq(1).all()
