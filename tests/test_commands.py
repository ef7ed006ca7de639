"""The command line keeps its word: one JSON object, messages elsewhere, exit codes, the keys that DESIGN fixes."""

import errno
import io
import json
import os
import re
import shlex
import subprocess
import sys
import zipfile
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
import sqlalchemy as sa

from signals.__main__ import main
from signals.commands import loads, reports
from signals.errors import DatabaseBusy
from signals.ingest import loads as ingest
from signals.model import LoadReport, Question

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
    told["warnings"] = signals_here(url, "warnings", "--json")
    told["past"] = signals_here(url, "warnings", "--as-of", AS_OF - timedelta(days=60), "--json")
    told["customers"] = signals_here(url, "customers", "--top", 5, "--horizon", 30, "--json")
    told["nowcast"] = signals_here(url, "nowcast", "--json")
    told["text"] = signals_here(url, "warnings")
    told["loads"] = signals_here(url, "loads", "--json")
    told["unknown"] = signals_here(url, "undo", 99, "--json")
    told["undo"] = signals_here(url, "undo", 2, "--json")
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
    parts = {"products", "categories", "regions"}
    assert (
        set(told) == {"quarter", "first_date", "last_date", "days_left", "as_of", "company", "said", "stakes"} | parts
    )
    assert set(told["company"]) == COMPANY_KEYS
    assert told["quarter"] == "2026-Q1"
    lines = sales()
    quarter = lines[lines["sold_date"] >= date(2026, 1, 1)]["revenue"].sum()
    assert told["company"]["actual_to_date"] == pytest.approx(quarter, abs=0.01)
    assert sum(row["actual_to_date"] for row in told["products"]) == pytest.approx(quarter, abs=0.01)
    assert all(set(row) >= PRODUCT_KEYS for row in told["products"])
    for several in ("products", "categories", "regions"):
        cents = sum(round(100 * row["estimate"]) for row in told[several])
        assert not told[several] or cents == round(100 * told["company"]["estimate"])


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
        ["load", "x.csv", "--watch", "folder"],
        ["load", "--watch", "folder", "--dry-run"],
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


HEADER = "order_id,sold_date,customer_id,product_id,quantity,revenue"


@pytest.fixture
def one_url(tmp_path) -> str:
    return f"duckdb:///{tmp_path / 'signals.duckdb'}"


def pasted(url: str, said: Said, beginning: str) -> Said:
    """The command that an answer ends with, as a shell reads it."""
    line = next(line for line in said.out.splitlines() if line.strip().startswith(beginning))
    program, *arguments = shlex.split(line.split(": ", 1)[1])
    assert program == "signals"
    return signals_here(url, *arguments)


def test_a_question_is_answered_by_the_command_that_stands_beside_it(one_url, written):
    path = written("sold_date,product_id,revenue\n2026-01-05,X9,2.00\n", "the till's.csv")
    said = signals_here(one_url, "load", path, "--kind", "sales")
    assert said.exit_code == 1 and "--answer orders=by_day" in said.out
    assert pasted(one_url, said, "To load it").exit_code == 0


def test_every_question_of_a_file_is_shown_at_once(one_url, written):
    path = written(f"{HEADER.replace(',', ';')}\n1;03/04/2026;C1;A;1;1,234\n")
    said = signals_here(one_url, "load", path)
    assert "there are 2 questions" in said.out
    assert "Answer with --answer decimal=point or --answer decimal=comma" in said.out
    assert "Answer with --answer date_order=dmy or --answer date_order=mdy" in said.out
    assert pasted(one_url, said, "For example").exit_code == 0


def test_a_question_about_a_column_is_answered_with_the_column():
    question = Question("ambiguous_column", "revenue", "Which is it?", ("Net amount", "Gross"), is_column=True)
    report = LoadReport("a.csv", "sales", "ask", question.reason, question.text, questions=(question,))
    told = loads.of_files([Path("a.csv")])
    text = reports.load_text(report, Path("a.csv"), told)
    assert "Answer with --column 'revenue=Net amount' or --column revenue=Gross" in text
    assert "For example: signals load a.csv --column 'revenue=Net amount'" in text


def test_a_dry_run_tells_how_the_file_was_understood(one_url, written):
    before = written(f"{HEADER}\n1,2026-01-05,C1,A,1,2.00\n2,2026-02-05,C1,A,1,1.00\n", "before.csv")
    headings = "Bestellnummer;Datum;customer_id;product_id;Menge;Umsatz;Farbe"
    export = f"{headings}\n1;05.01.2026;C1;A;1;1002,50;rot\n2;05.02.2026;C1;A;1;1,00;rot\n"
    assert signals_here(one_url, "load", before).exit_code == 0
    said = signals_here(one_url, "load", written(export.encode("utf-16"), "export.csv"), "--dry-run")
    for told in ("utf-16", "semicolons", "decimal comma", "headings in line 1", "revenue from 'Umsatz'", "Farbe"):
        assert told in said.out, told
    assert re.search(r"2026-01: +2.00 becomes +1,002.50", said.out)
    assert "2026-02:" not in said.out  # nothing changes there
    assert "nothing is changed yet" in said.out


def test_doubt_about_a_column_is_told_in_a_dry_run():
    form = {"columns": {"revenue": "Wert", "order_id": "order_id"}, "confidence": {"revenue": 0.7, "order_id": 1.0}}
    told = loads.of_files([Path("a.csv")])
    told.dry_run = True
    text = reports.load_text(LoadReport("a.csv", "sales", "load", format=form), Path("a.csv"), told)
    assert "Columns: revenue from 'Wert' (70% sure), order_id." in text


def test_rows_that_vanished_are_told_with_the_command_that_removes_them(one_url, written):
    lines = [f"{HEADER}", "1,2026-01-05,C1,A,1,2.00", "2,2026-01-06,C1,A,1,2.50", "3,2026-01-07,C1,A,1,3.50"]
    path = written("\n".join(lines))
    signals_here(one_url, "load", path)
    path.write_text("\n".join([*lines[:2], lines[3]]))
    said = signals_here(one_url, "load", path)
    assert said.exit_code == 0
    removed = pasted(one_url, said, "To remove the vanished rows")
    assert removed.exit_code == 0 and "To remove" not in removed.out
    assert signals_here(one_url, "load", path, "--dry-run", "--json").json["loads"][0]["rows_vanished"] == 0


def test_refused_lines_are_shown_with_their_line(one_url, written):
    lines = [f"{number},2026-02-{number:02},C1,A,1,2.00" for number in range(22, 31)]
    said = signals_here(one_url, "load", written("\n".join([HEADER, *lines])), "--answer", "refused=accept")
    assert "Refused lines: 2 bad_date." in said.out
    assert re.search(r"line 9: .*2026-02-29", said.out)


def test_a_file_that_is_none_is_said_and_the_others_are_loaded(one_url, tmp_path, written):
    good = written(f"{HEADER}\n1,2026-01-05,C1,A,1,2.00\n")
    said = signals_here(one_url, "load", tmp_path, tmp_path / "absent.csv", good, "--json")
    assert said.exit_code == 1
    assert [(load["outcome"], load["reason"]) for load in said.json["loads"]] == [
        ("refuse", "no_file"),
        ("refuse", "no_file"),
        ("load", None),
    ]
    assert "--watch" in said.json["loads"][0]["question"]


def test_all_files_of_a_zip_are_asked_for_one_load_each(one_url, tmp_path, written, monkeypatch):
    path = tmp_path / "exports.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("north.csv", HEADER)
        archive.writestr("south/names.csv", "product_id,product_name")
    asked = []

    def remember(store, path, *, file_name, answers, **named):
        asked.append((file_name, answers))
        return LoadReport(file_name, "sales", "load", load_id=len(asked))

    monkeypatch.setattr(ingest, "load", remember)
    said = signals_here(one_url, "load", path, written(HEADER, "plain.csv"), "--answer", "member=all", "--json")
    assert asked == [
        ("exports.zip/north.csv", {"member": "north.csv"}),
        ("exports.zip/south/names.csv", {"member": "south/names.csv"}),
        ("plain.csv", {}),
    ]
    assert [load["load_id"] for load in said.json["loads"]] == [1, 2, 3]


def test_a_damaged_zip_is_refused_where_all_its_files_are_wanted(one_url, written):
    said = signals_here(one_url, "load", written(b"PK\x03\x04 cut off", "a.zip"), "--answer", "member=all", "--json")
    assert (said.exit_code, said.json["loads"][0]["reason"]) == (1, "compressed_file")


@pytest.mark.parametrize(
    ("trouble", "exit_code", "sentence"),
    [
        (OSError(errno.ENOSPC, "No space left on device", "x.duckdb"), 1, "No space left on device: x.duckdb."),
        (KeyboardInterrupt(), 130, "Stopped. What was not finished has changed nothing."),
        (RuntimeError("Query interrupted"), 130, "Stopped. What was not finished has changed nothing."),
    ],
    ids=["disk full", "Ctrl-C", "Ctrl-C in DuckDB"],
)
def test_trouble_is_one_sentence(one_url, written, monkeypatch, trouble, exit_code, sentence):
    def fail(*given, **named):
        raise trouble

    monkeypatch.setattr(ingest, "load", fail)
    said = signals_here(one_url, "load", written(HEADER), "--json")
    assert (said.exit_code, said.out, said.err.splitlines()[1:]) == (exit_code, "", [sentence])


def test_a_mistake_of_ours_is_not_taken_for_ctrl_c(one_url, written, monkeypatch):
    def fail(*given, **named):
        raise RuntimeError("dictionary changed size during iteration")

    monkeypatch.setattr(ingest, "load", fail)
    with pytest.raises(RuntimeError):
        signals_here(one_url, "load", written(HEADER))


def test_too_little_memory_for_a_file_is_said_of_that_file(one_url, written, monkeypatch):
    def fail(*given, **named):
        raise MemoryError

    monkeypatch.setattr(ingest, "load", fail)
    told = signals_here(one_url, "load", written(HEADER), "--json").json["loads"][0]
    assert (told["outcome"], told["reason"]) == ("refuse", "too_large")


def test_too_little_memory_elsewhere_is_one_sentence(one_url, monkeypatch):
    def fail(*given, **named):
        raise MemoryError

    monkeypatch.setattr(ingest, "listing", fail)
    said = signals_here(one_url, "loads")
    assert (said.exit_code, said.out, said.err.count("\n")) == (1, "", 1)
    assert "memory" in said.err


def test_what_was_loaded_before_the_trouble_is_told(one_url, written, monkeypatch):
    load = ingest.load

    def fail_later(store, path, **named):
        if path.name == "second.csv":
            raise DatabaseBusy("another program", None)
        return load(store, path, **named)

    monkeypatch.setattr(ingest, "load", fail_later)
    first, second = (written(f"{HEADER}\n1,2026-01-05,C1,A,1,2.00\n", name) for name in ("first.csv", "second.csv"))
    said = signals_here(one_url, "load", first, second, "--json")
    assert (said.exit_code, [load["file"] for load in said.json["loads"]]) == (1, ["first.csv"])
    assert "in use by another program" in said.err and "first.csv" in said.err.splitlines()[-1]


def test_ctrl_c_while_libraries_are_imported_is_one_sentence(one_url):
    done = subprocess.run(
        [sys.executable, "-c", INTERRUPTED_IMPORT], capture_output=True, text=True,
        env=os.environ | {"SIGNALS_DATABASE_URL": one_url}, cwd=ROOT, timeout=60,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (130, "")
    assert done.stderr == "Stopped. What was not finished has changed nothing.\n"


INTERRUPTED_IMPORT = """
import sys
from signals.__main__ import main

class CtrlC:
    def find_spec(self, name, path=None, target=None):
        if name == "sqlalchemy":
            raise KeyboardInterrupt

sys.meta_path.insert(0, CtrlC())
sys.exit(main(["loads"]))
"""


def test_nobody_need_read_the_progress(one_url, written):
    path = written(f"{HEADER}\n1,2026-01-05,C1,A,1,2.00\n")
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "signals", "load", path], stderr=full, stdout=subprocess.DEVNULL,
            env=os.environ | {"SIGNALS_DATABASE_URL": one_url}, cwd=ROOT, timeout=60,
        )  # fmt: skip
    assert done.returncode == 0


def test_an_answer_that_cannot_be_written_is_a_failure(one_url):
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "signals", "loads"], stdout=full, stderr=subprocess.PIPE, text=True,
            env=os.environ | {"SIGNALS_DATABASE_URL": one_url}, cwd=ROOT, timeout=60,
        )  # fmt: skip
    assert (done.returncode, done.stderr) == (1, "No space left on device.\n")


@pytest.mark.parametrize("arguments", [["loads"], ["load", "EXPORT"], ["undo", "1"]], ids=lambda words: words[0])
def test_a_load_does_not_wait_for_the_libraries_of_statistics(one_url, written, arguments):
    path = written(f"{HEADER}\n1,2026-01-05,C1,A,1,2.00\n")
    words = [str(path) if word == "EXPORT" else word for word in arguments]
    code = f"import sys; from signals.__main__ import main; main({words!r}); print(*sys.modules, file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True,
        env=os.environ | {"SIGNALS_DATABASE_URL": one_url}, cwd=ROOT, timeout=60,
    )  # fmt: skip
    assert done.returncode == 0
    known = set(done.stderr.split())
    assert "signals.ingest.loads" in known
    assert not known & {"scipy", "plotly", "streamlit", "signals.pipeline", "signals.demo.company"}


def test_the_functions_for_a_notebook_are_there_when_asked_for():
    import signals as package

    assert set(dir(package)) == set(package.__all__)
    assert all(getattr(package, name).__name__ == name for name in package.__all__)
    with pytest.raises(AttributeError):
        _ = package.no_such_function
