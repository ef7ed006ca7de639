"""The morning message says what Today says, on a quiet day too, and no name in it can break a line."""

import json

import builders
import pytest

from signals import pipeline
from signals.__main__ import main
from signals.triage import digest, first_lines, wording


def test_the_message_says_what_today_says_with_the_quarter_in_one_line():
    morning = builders.morning()
    told = digest.message(morning)
    assert told.subject == first_lines.today(morning)
    lines = told.text.splitlines()
    assert lines[2] == first_lines.today(morning)
    assert wording.nowcast(morning.nowcast, morning.currency, morning.as_of) in lines
    assert [line for line in lines if line.startswith("ACT ")] == [f"ACT    {morning.warnings[0].headline}"]
    calls = [f"- {each.customer_name}: {each.headline}" for each in morning.calls[:3]]
    assert lines[-len(calls) - 1 :] == ["Call today:", *calls]


def test_a_quiet_day_is_told_as_one():
    told = digest.message(builders.morning(warnings=(), beside_sales=(), late=(), calls=(), nowcast=None))
    assert told.subject.startswith("Nothing needs you")
    assert "Call today" not in told.text


def test_many_warnings_are_counted_and_what_failed_is_said():
    warnings = tuple(builders.warning(f"Product {number}") for number in range(7))
    told = digest.message(builders.morning(warnings=warnings, failures=("The base could not be computed.",)))
    assert "2 more stand on Today." in told.text
    assert "The base could not be computed." in told.text


def test_a_name_breaks_no_line_of_the_heading():
    hostile = builders.warning("Tri\r\nBcc: all@example.test", headline="Tri\r\nBcc: all@example.test fell.")
    told = digest.message(builders.morning(warnings=(hostile,)))
    assert "\n" not in told.subject and "\r" not in told.subject
    assert not any(line.startswith("Bcc:") for line in told.text.splitlines())


@pytest.fixture
def asked(monkeypatch, tmp_path, capsys):
    monkeypatch.setenv("SIGNALS_DATABASE_URL", f"duckdb:///{tmp_path / 'digest.duckdb'}")
    monkeypatch.setattr(pipeline, "morning", lambda _store, _day: builders.morning())

    def ask(*arguments):
        return main(["digest", *arguments]), capsys.readouterr()

    return ask


def test_a_dry_run_prints_the_message(asked):
    code, said = asked("--dry-run", "--to", "ceo@example.test")
    assert code == 0
    assert said.out.startswith(f"To: ceo@example.test\nSubject: {first_lines.today(builders.morning())}\n\n")
    code, said = asked("--dry-run", "--json")
    assert code == 0 and json.loads(said.out)["text"] == digest.message(builders.morning()).text


def test_without_mail_set_up_nothing_is_sent_and_that_is_said(asked):
    code, said = asked("--json")
    assert code == 1 and json.loads(said.out)["sent"] is False
    assert "No message was sent" in said.err
