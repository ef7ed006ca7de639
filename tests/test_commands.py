"""The command line keeps its word: one JSON object, messages elsewhere, exit codes, the keys that DESIGN fixes."""

import io
import json
import os
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
import sqlalchemy as sa

from signals.__main__ import main

ROOT = Path(__file__).resolve().parents[1]
FIRST = date(2025, 1, 1)
DAYS = 420
AS_OF = FIRST + timedelta(days=DAYS - 1)

LOAD_KEYS = {
    "load_id",
    "file",
    "kind",
    "outcome",
    "reason",
    "question",
    "state",
    "rows_read",
    "rows_accepted",
    "rows_new",
    "rows_replaced",
    "rows_unchanged",
    "rows_rejected",
    "amount",
    "amounts",
    "by_month",
    "customers",
    "first_date",
    "last_date",
    "format",
    "rejects",
    "ignored",
    "notes",
}
FORMAT_KEYS = {"encoding", "delimiter", "decimal", "date_format", "header_line", "columns"}
REJECT_KEYS = {"line", "line_to", "column", "reason", "value", "message"}
WARNINGS_KEYS = {"as_of", "data_through", "false_discovery_rate", "warnings", "stable", "noted", "suppressed"}
WARNING_KEYS = {
    "key",
    "kind",
    "severity",
    "subject",
    "headline",
    "onset",
    "first_warned",
    "observed",
    "expected",
    "effect_share",
    "effect_low",
    "effect_high",
    "stake",
    "probability",
    "drivers",
}
CUSTOMER_KEYS = {
    "customer_id", "p_churn", "value_at_risk", "state", "days_since_last_order", "usual_gap_days"
}  # fmt: skip
COMPANY_KEYS = {"actual_to_date", "estimate", "low80", "high80", "low95", "high95", "target", "last_year"}
PRODUCT_KEYS = {"product_id", "actual_to_date", "estimate", "low80", "high80", "low95", "high95"}


@dataclass(frozen=True)
class Said:
    """What one process answered."""

    exit_code: int
    out: str
    err: str

    @property
    def json(self) -> dict:
        def refuse(name: str):
            raise AssertionError(f"{name} is no JSON")

        return json.loads(self.out, parse_constant=refuse)


def signals(url: str, *arguments: object) -> Said:
    """In a process of its own, as in a terminal."""
    variables = os.environ | {"SIGNALS_DATABASE_URL": url, "SIGNALS_LOCK_WAIT_SECONDS": "5"}
    done = subprocess.run(
        [sys.executable, "-m", "signals", *map(str, arguments)],
        capture_output=True, text=True, env=variables, cwd=ROOT, timeout=120,
    )  # fmt: skip
    return Said(done.returncode, done.stdout, done.stderr)


def signals_here(url: str, *arguments: object, **environment: str) -> Said:
    """The same without the two seconds that a process needs to start."""
    out, err = io.StringIO(), io.StringIO()
    variables = {"SIGNALS_DATABASE_URL": url, "SIGNALS_LOCK_WAIT_SECONDS": "5"} | environment
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(out), redirect_stderr(err):
        for name, value in variables.items():
            patch.setenv(name, value)
        try:
            code = main(list(map(str, arguments)))
        except SystemExit as leaving:
            code = leaving.code
    return Said(code, out.getvalue(), err.getvalue())


def sales() -> pd.DataFrame:
    """Four products of sixty customers; Aspira loses two thirds in the last three weeks."""
    rng = np.random.default_rng(5)
    day = np.repeat(np.arange(DAYS), 40)
    lines = pd.DataFrame(
        {
            "order_id": [f"O-{number}" for number in range(len(day))],
            "line_number": 1,
            "sold_date": [FIRST + timedelta(days=int(number)) for number in day],
            "customer_id": rng.choice([f"C-{number:02}" for number in range(60)], len(day)),
            "product_id": rng.choice(["Aspira", "Bromia", "Calmer", "Dorma"], len(day)),
            "region": rng.choice(["North", "South"], len(day)),
            "quantity": rng.integers(1, 6, len(day)),
        }
    )
    lines["revenue"] = (lines["quantity"] * 3.25).round(2)
    is_lost = (lines["product_id"] == "Aspira") & (day >= DAYS - 21) & (rng.random(len(day)) < 0.66)
    return lines[~is_lost]


@pytest.fixture(scope="module", params=["duckdb", pytest.param("postgres", marks=pytest.mark.postgres)])
def url(request, tmp_path_factory) -> str:
    """A database of this module's own, so that a conversation of several processes can be held once."""
    if request.param == "duckdb":
        yield f"duckdb:///{tmp_path_factory.mktemp('commands') / 'signals.duckdb'}"
        return
    server = sa.make_url(request.getfixturevalue("postgres_url"))
    name = f"{server.database}_commands"
    admin = sa.create_engine(server, poolclass=sa.NullPool, isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(sa.text(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)"))
        connection.execute(sa.text(f"CREATE DATABASE {name}"))
    yield server.set(database=name).render_as_string(hide_password=False)
    with admin.connect() as connection:
        connection.execute(sa.text(f"DROP DATABASE {name} WITH (FORCE)"))


@pytest.fixture(scope="module")
def said(url, tmp_path_factory) -> dict[str, Said]:
    """The conversation of one morning: load, look, take back."""
    folder = tmp_path_factory.mktemp("exports")
    sales().to_csv(folder / "sales.csv", index=False)
    names = ["Aspira,Aspira forte", "Bromia,", ",No code", *(f"X-{number},Other" for number in range(27))]
    (folder / "products.csv").write_text("\n".join(["product_id,product_name", *names]))
    (folder / "empty.csv").write_text("")
    told = {"dry": signals_here(url, "load", folder / "sales.csv", "--dry-run", "--json")}
    told["none"] = signals_here(url, "loads", "--json")
    told["load"] = signals(url, "load", folder / "sales.csv", folder / "products.csv", "--json")
    told["again"] = signals_here(url, "load", folder / "sales.csv", "--json")
    told["refused"] = signals_here(url, "load", folder / "empty.csv", "--json")
    told["absent"] = signals_here(url, "load", folder / "no-such-file.csv", "--json")
    told["refresh"] = signals(url, "refresh", "--json")
    told["warnings"] = signals(url, "warnings", "--json")
    told["past"] = signals_here(url, "warnings", "--as-of", AS_OF - timedelta(days=60), "--json")
    told["customers"] = signals(url, "customers", "--top", 5, "--horizon", 30, "--json")
    told["nowcast"] = signals_here(url, "nowcast", "--json")
    told["text"] = signals_here(url, "warnings")
    told["loads"] = signals(url, "loads", "--json")
    told["unknown"] = signals_here(url, "undo", 99, "--json")
    told["undo"] = signals(url, "undo", 2, "--json")
    told["after"] = signals_here(url, "loads", "--json")
    return told


def test_json_is_one_object_and_nothing_else(said):
    for name, each in said.items():
        if name not in {"text", "unknown"}:
            assert isinstance(each.json, dict), name
            assert each.out.count("\n") == 1, name


def test_messages_and_progress_go_to_standard_error(said):
    assert "Reading" in said["load"].err
    assert said["refresh"].err.count("\n") >= 2
    assert "Traceback" not in "".join(each.err for each in said.values())


def test_exit_codes(said):
    failed = {"refused", "absent", "unknown"}
    assert {name: each.exit_code for name, each in said.items()} == {name: int(name in failed) for name in said}


def test_a_load_has_the_keys_of_the_design(said):
    for name in ("dry", "load", "again", "refused", "loads", "after"):
        assert set(said[name].json) == {"loads"}
        for load in said[name].json["loads"]:
            assert set(load) >= LOAD_KEYS, name
            if load["outcome"] == "load":
                assert set(load["format"]) >= FORMAT_KEYS, name


def test_a_load_counts_what_it_did(said):
    first, names = said["load"].json["loads"]
    lines = sales()
    assert (first["outcome"], first["kind"], first["state"], first["load_id"]) == ("load", "sales", "live", 1)
    assert (first["rows_new"], first["rows_rejected"]) == (len(lines), 0)
    assert first["amount"] == f"{lines['revenue'].sum():.2f}"
    assert sum(map(float, first["by_month"].values())) == pytest.approx(lines["revenue"].sum(), abs=0.01)
    assert (first["first_date"], first["last_date"]) == (FIRST.isoformat(), AS_OF.isoformat())
    assert first["customers"] == lines["customer_id"].nunique()
    assert (names["kind"], names["rows_accepted"], names["rows_rejected"]) == ("products", 29, 1)
    assert [set(each) for each in names["rejects"]] == [REJECT_KEYS]
    assert (names["rejects"][0]["line"], names["rejects"][0]["reason"]) == (4, "missing_required")


def test_a_dry_run_changes_nothing(said):
    dry = said["dry"].json["loads"][0]
    assert (dry["outcome"], dry["load_id"], dry["state"]) == ("load", None, None)
    assert dry["rows_new"] == len(sales())
    assert said["none"].json == {"loads": []}


def test_the_same_file_again_changes_nothing(said):
    again = said["again"].json["loads"][0]
    assert (again["rows_new"], again["rows_replaced"], again["rows_unchanged"]) == (0, 0, len(sales()))


def test_a_refusal_says_its_reason_and_a_sentence(said):
    refused = said["refused"].json["loads"][0]
    assert (refused["outcome"], refused["reason"]) == ("refuse", "empty_file")
    assert refused["question"].endswith(".")
    assert said["absent"].json["loads"][0]["outcome"] == "refuse"


def test_refresh_has_the_keys_of_the_design(said):
    told = said["refresh"].json
    assert set(told) == {"as_of", "data_version", "seconds", "warnings", "products", "customers"}
    assert (told["as_of"], told["products"], told["customers"]) == (AS_OF.isoformat(), 4, 60)
    assert told["warnings"] == len(said["warnings"].json["warnings"])


def test_warnings_have_the_keys_of_the_design(said):
    told = said["warnings"].json
    assert set(told) >= WARNINGS_KEYS
    assert (told["as_of"], told["data_through"], told["false_discovery_rate"]) == (AS_OF.isoformat(),) * 2 + (0.1,)
    assert set(told["warnings"][0]) >= WARNING_KEYS
    assert isinstance(told["stable"], int)
    assert isinstance(told["noted"], list)
    assert isinstance(told["suppressed"], list)


def test_a_warning_names_its_product_and_what_is_missing(said):
    first = said["warnings"].json["warnings"][0]
    assert first["subject"]["product_id"] == "Aspira"
    assert first["headline"].startswith("Aspira forte")
    assert first["effect_low"] <= first["effect_share"] <= first["effect_high"] < 0
    assert first["stake"] == pytest.approx(first["expected"] - first["observed"])
    assert said["past"].json["warnings"] == []


def test_customers_have_the_keys_of_the_design_and_the_dearest_first(said):
    told = said["customers"].json
    assert set(told) == {"as_of", "customers"}
    assert 0 < len(told["customers"]) <= 5
    assert all(set(row) == CUSTOMER_KEYS for row in told["customers"])
    values = [row["value_at_risk"] for row in told["customers"]]
    assert values == sorted(values, reverse=True)


def test_nowcast_has_the_keys_of_the_design(said):
    told = said["nowcast"].json
    assert set(told) == {"quarter", "as_of", "company", "products"}
    assert set(told["company"]) == COMPANY_KEYS
    assert told["quarter"] == "2026-Q1"
    lines = sales()
    quarter = lines[lines["sold_date"] >= date(2026, 1, 1)]["revenue"].sum()
    assert told["company"]["actual_to_date"] == pytest.approx(quarter, abs=0.01)
    assert sum(row["actual_to_date"] for row in told["products"]) == pytest.approx(quarter, abs=0.01)
    assert all(set(row) >= PRODUCT_KEYS for row in told["products"])


def test_a_text_answer_is_for_people(said):
    assert "ACT" in said["text"].out
    assert not said["text"].out.startswith("{")


def test_undo_answers_with_the_load(said):
    undone = said["undo"].json
    assert set(undone) >= LOAD_KEYS
    assert (undone["load_id"], undone["state"]) == (2, "undone")
    assert [load["state"] for load in said["after"].json["loads"] if load["load_id"] == 2] == ["undone"]


def test_a_failure_is_one_clear_sentence_on_standard_error(said):
    assert said["unknown"].out == ""
    assert said["unknown"].err.strip().count("\n") == 0
    assert "99" in said["unknown"].err


@pytest.mark.parametrize("verb", ["refresh", "warnings", "customers", "nowcast"])
def test_an_empty_database_says_what_to_do(verb, tmp_path):
    told = signals_here(f"duckdb:///{tmp_path / 'empty.duckdb'}", verb, "--json")
    assert (told.exit_code, told.out) == (1, "")
    assert "no sales yet" in told.err


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["no-such-command"],
        ["load"],
        ["refresh", "--as-of", "31.12.2025"],
        ["customers", "--top", "0"],
        ["undo", "x"],
        ["load", "x.csv", "--column", "y"],
    ],
    ids=" ".join,
)
def test_wrong_usage_is_exit_2(arguments, tmp_path):
    told = signals_here(f"duckdb:///{tmp_path / 'any.duckdb'}", *arguments)
    assert (told.exit_code, told.out) == (2, "")
    assert "usage:" in told.err
    assert not (tmp_path / "any.duckdb").exists()


def test_a_lock_wait_that_is_no_number_is_said(tmp_path):
    told = signals_here(f"duckdb:///{tmp_path / 'any.duckdb'}", "loads", SIGNALS_LOCK_WAIT_SECONDS="soon")
    assert told.exit_code == 1
    assert told.err.strip() == "SIGNALS_LOCK_WAIT_SECONDS must be a number of seconds, not 'soon'."


def test_help_tells_every_command():
    told = signals_here("duckdb:///:memory:", "--help")
    assert told.exit_code == 0
    for verb in ("load", "undo", "loads", "demo", "refresh", "warnings", "customers", "nowcast"):
        assert f"    {verb}" in told.out


def test_a_day_is_asked_for_in_words(tmp_path):
    said = signals_here(f"duckdb:///{tmp_path / 'signals.duckdb'}", "warnings", "--as-of", "30/11/2011")
    assert said.exit_code == 2 and "write it as 2026-11-21" in said.err


def test_a_reader_may_close_the_pipe_before_the_end(tmp_path):
    variables = os.environ | {"SIGNALS_DATABASE_URL": f"duckdb:///{tmp_path / 'signals.duckdb'}"}
    command = [sys.executable, "-m", "signals", "loads"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=variables, cwd=ROOT
    ) as process:
        process.stdout.close()
        assert "Traceback" not in process.stderr.read()


def test_a_question_says_how_it_is_answered_here(tmp_path):
    path = tmp_path / "till.csv"
    path.write_text("sold_date,product_id,revenue\n2026-01-05,X9,2.00\n")
    said = signals_here(f"duckdb:///{tmp_path / 'signals.duckdb'}", "load", path)
    assert said.exit_code == 1 and "--answer orders=by_day" in said.out
