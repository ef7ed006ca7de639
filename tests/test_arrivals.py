"""Promises of the folder for uploads: only tickets made here name files, and nothing stays for ever."""

import os
import time

import pytest

from signals.ui import arrivals


@pytest.fixture(autouse=True)
def folder(monkeypatch, tmp_path):
    place = tmp_path / "signals-uploads-1"
    place.mkdir()
    monkeypatch.setattr(arrivals, "_folder", lambda: place)
    monkeypatch.setattr(arrivals, "_tickets", {})
    return place


def arrived(name: str = "sales.csv") -> arrivals.File:
    ticket = arrivals.ticket()
    arrivals.place_of(ticket).write_text("order_id\n1\n")
    return arrivals.keep(ticket, name)


def test_a_file_is_found_by_its_ticket_until_it_is_put_away():
    file = arrived()
    assert arrivals.file_of(file.file_id) == file and file.path.read_text() == "order_id\n1\n"
    arrivals.put_away(file)
    assert arrivals.file_of(file.file_id) is None and not file.path.exists()


def test_a_ticket_is_good_for_one_file():
    ticket = arrivals.ticket()
    assert arrivals.is_open(ticket)
    arrivals.place_of(ticket).touch()
    arrivals.keep(ticket, "sales.csv")
    assert not arrivals.is_open(ticket)


@pytest.mark.parametrize("invented", ["", None, "../secret.csv", "/etc/passwd", "secret.csv", "%2e%2e/secret.csv"])
def test_no_ticket_of_a_readers_invention_names_a_file(invented, folder):
    (folder / "secret.csv").touch()
    (folder.parent / "secret.csv").touch()
    assert arrivals.file_of(invented) is None
    assert not arrivals.is_open(invented)


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("../../etc/cron.d/job.csv", "job.csv"),
        ("C:\\exports\\März 2026.csv", "März 2026.csv"),
        ("a\r\nSet-Cookie: x.csv", "aSet-Cookie: x.csv"),
        ("", arrivals.NO_NAME),
        ("..\\", arrivals.NO_NAME),
    ],
)
def test_a_name_keeps_its_last_part_and_no_control_characters(sent, kept):
    assert arrived(sent).name == kept


def test_what_was_not_loaded_within_a_day_is_removed_also_what_a_killed_dashboard_left(folder):
    left = folder.parent / "signals-uploads-0" / "left"
    left.parent.mkdir()
    left.touch()
    old, new = arrived(), arrived()
    for path in (left, old.path):
        os.utime(path, (0, 0))
    arrivals._tickets[old.file_id].made = 0
    arrivals.sweep(time.time() - arrivals.KEPT_SECONDS)
    assert not left.exists() and arrivals.file_of(old.file_id) is None
    assert arrivals.file_of(new.file_id) == new


def test_a_disk_that_is_nearly_full_takes_nothing(monkeypatch):
    monkeypatch.setattr(arrivals.shutil, "disk_usage", lambda _: arrivals.shutil._ntuple_diskusage(9, 9, 0))
    assert arrivals.room() == 0
