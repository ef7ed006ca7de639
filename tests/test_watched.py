"""A watched folder: every export is taken once, in the order of names, and nothing of it is lost or overwritten."""

import fcntl
import json
import os
import shlex
from pathlib import Path

import pytest
from test_commands import Said, signals, signals_here

from signals.errors import DatabaseBusy
from signals.ingest import loads, watched
from signals.ingest.loads import listing
from signals.store.engine import Store

HEADER = "order_id,sold_date,customer_id,product_id,quantity,revenue"
LINE = "A-{day},2026-01-{day:02},C1,Aspira,1,2.50"
ASKED = f"{HEADER}\nA-1,03/04/2026,C1,Aspira,1,2.50\n"  # day or month first
TOO_MANY_REFUSED = f"{HEADER}\n{LINE.format(day=1)}\nA-2,2026-02-31,C1,Aspira,1,2.50\n"


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch):
    monkeypatch.setattr(watched, "LOOKS_APART_SECONDS", 0.01)


@pytest.fixture
def url(tmp_path) -> str:
    return f"duckdb:///{tmp_path / 'signals.duckdb'}"


@pytest.fixture
def folder(tmp_path) -> Path:
    place = tmp_path / "exports of the night"
    place.mkdir()
    return place


def put(folder: Path, name: str, text: str | None = None, *, day: int = 1) -> Path:
    path = folder / name
    path.write_text(f"{HEADER}\n{LINE.format(day=day)}\n" if text is None else text)
    return path


def watch(url: str, folder: Path, *arguments: object) -> Said:
    return signals_here(url, "load", "--watch", folder, "--json", *arguments)


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir() if path.is_file() and not path.name.startswith(".")}


def loaded(url: str) -> list[str]:
    """The files of all loads, in the order in which they were made."""
    return [report.file for report in reversed(listing(Store(url)))]


def test_exports_are_taken_in_the_natural_order_of_their_names(url, folder):
    for day in (10, 9, 1):
        put(folder, f"day-{day}.csv", day=day)
    said = watch(url, folder)
    assert said.exit_code == 0
    assert [load["file"] for load in said.json["loads"]] == ["day-1.csv", "day-9.csv", "day-10.csv"] == loaded(url)


def test_a_loaded_export_moves_and_is_not_taken_again(url, folder):
    put(folder, "a.csv")
    said = watch(url, folder)
    assert said.json["loads"][0]["moved_to"] == str(folder / "loaded" / "a.csv")
    assert (names(folder), names(folder / "loaded")) == (set(), {"a.csv"})
    assert watch(url, folder).json == {"loads": [], "left": []}
    assert loaded(url) == ["a.csv"]


def test_a_refused_export_is_set_aside_with_its_reason_and_the_others_go_on(url, folder):
    put(folder, "a.csv", "")
    put(folder, "b.csv")
    said = watch(url, folder)
    assert said.exit_code == 1
    assert names(folder / "set-aside") == {"a.csv", "a.csv.reason.txt"}
    assert "The file is empty." in (folder / "set-aside" / "a.csv.reason.txt").read_text()
    assert said.json["loads"][0]["moved_to"] == str(folder / "set-aside" / "a.csv")
    assert names(folder / "loaded") == {"b.csv"}


def test_the_reason_names_the_command_that_loads_the_file(url, folder):
    put(folder, "a.csv", ASKED)
    assert watch(url, folder, "--kind", "sales", "--profile", "the till's").exit_code == 1
    text = (folder / "set-aside" / "a.csv.reason.txt").read_text()
    assert "--answer date_order=dmy or --answer date_order=mdy" in text
    command = next(line for line in text.splitlines() if "signals load" in line).split(": ", 1)[1]
    assert run(url, command).exit_code == 0
    assert loaded(url) == ["a.csv"]


def run(url: str, command: str) -> Said:
    """As a shell reads it."""
    program, *arguments = shlex.split(command)
    assert program == "signals"
    return signals_here(url, *arguments)


def test_the_reason_lists_the_refused_lines(url, folder):
    put(folder, "a.csv", TOO_MANY_REFUSED)
    watch(url, folder)
    text = (folder / "set-aside" / "a.csv.reason.txt").read_text()
    assert "line 3: " in text and "2026-02-31" in text
    assert "--answer refused=accept" in text


def test_the_options_hold_for_every_file(url, folder):
    for day in (1, 2):
        put(folder, f"{day}.csv", ASKED.replace("A-1", f"A-{day}"))
    said = watch(url, folder, "--answer", "date_order=mdy")
    assert said.exit_code == 0
    assert [load["first_date"] for load in said.json["loads"]] == ["2026-03-04"] * 2


@pytest.mark.parametrize("name", [".hidden.csv", "a.csv.part", "a.TMP", "a.crdownload", "a.csv.filepart", "a.csv~"])
def test_what_is_hidden_or_on_its_way_is_not_touched(url, folder, name):
    path = put(folder, name)
    (folder / "a folder").mkdir()
    assert watch(url, folder).json == {"loads": [], "left": []}
    assert path.exists()


def test_an_export_that_grows_is_left_for_the_next_run(url, folder, monkeypatch):
    path = put(folder, "a.csv")
    put(folder, "b.csv", day=2)
    monkeypatch.setattr(watched.time, "sleep", lambda _: put(folder, "a.csv", path.read_text() + LINE.format(day=3)))
    said = watch(url, folder)
    assert (said.exit_code, said.json["left"], loaded(url)) == (0, ["a.csv"], ["b.csv"])
    assert path.exists()


def test_an_export_that_somebody_has_open_for_writing_is_left(url, folder):
    path = put(folder, "a.csv")
    with path.open("a"):
        assert watch(url, folder).json == {"loads": [], "left": ["a.csv"]}
    with path.open():  # somebody reads it
        assert watch(url, folder).json["left"] == []


def test_an_export_that_changes_while_it_is_read_stays_for_the_next_run(url, folder, monkeypatch):
    path, load = put(folder, "a.csv"), loads.load

    def load_while_it_grows(*given, **named):
        report = load(*given, **named)
        put(folder, "a.csv", f"{path.read_text()}{LINE.format(day=2)}\n")
        return report

    monkeypatch.setattr(loads, "load", load_while_it_grows)
    said = watch(url, folder)
    assert (said.json["loads"][0]["moved_to"], said.json["left"]) == (None, ["a.csv"])
    monkeypatch.undo()
    assert watch(url, folder).json["loads"][0]["rows_new"] == 1
    assert names(folder / "loaded") == {"a.csv"}


def test_a_file_of_the_same_name_is_kept_beside_the_earlier_one(url, folder):
    for day in (1, 2, 3):
        put(folder, "a.csv", day=day)
        watch(url, folder)
    assert names(folder / "loaded") == {"a.csv", "a-2.csv", "a-3.csv"}
    assert LINE.format(day=1) in (folder / "loaded" / "a.csv").read_text()


def test_a_crash_between_load_and_move_is_made_good_by_the_next_run(url, folder):
    path = put(folder, "a.csv")
    assert signals_here(url, "load", path).exit_code == 0  # loaded, and killed before the move
    said = watch(url, folder)
    assert (said.exit_code, said.json["loads"][0]["rows_unchanged"]) == (0, 1)
    assert (loaded(url), names(folder / "loaded")) == (["a.csv"], {"a.csv"})


def test_one_run_at_a_time_takes_a_folder(url, folder):
    path = put(folder, "a.csv")
    with watched.held(folder):
        said = watch(url, folder)
    assert (said.exit_code, said.out) == (1, "")
    assert said.err.startswith("Another run is taking the files of ")
    assert path.exists()
    assert watch(url, folder).exit_code == 0


@pytest.mark.parametrize("loads_before_it_fails", [0, 1])
def test_trouble_with_the_database_is_no_fault_of_a_file(url, folder, monkeypatch, loads_before_it_fails):
    load, calls = loads.load, []

    def busy_later(*given, **named):
        calls.append(given)
        if len(calls) > loads_before_it_fails:
            raise DatabaseBusy("another program", None)
        return load(*given, **named)

    for day in (1, 2, 3):
        put(folder, f"{day}.csv", day=day)
    monkeypatch.setattr(loads, "load", busy_later)
    said = watch(url, folder)
    assert said.exit_code == 1
    assert "The database is in use by another program." in said.err
    assert len(names(folder)) == 3 - loads_before_it_fails
    assert names(folder / "set-aside") == set()
    assert len(json.loads(said.out or '{"loads": []}')["loads"]) == loads_before_it_fails


def test_a_database_that_is_not_there_leaves_everything(folder):
    path = put(folder, "a.csv")
    said = watch("postgresql+psycopg://127.0.0.1:1/none", folder)
    assert (said.exit_code, said.out, said.err.count("\n")) == (1, "", 1)
    assert path.exists()


def test_a_file_too_large_for_the_memory_does_not_stop_the_others(url, folder, monkeypatch):
    load = loads.load

    def short_of_memory(store, path, **named):
        if path.name == "a.csv":
            raise MemoryError
        return load(store, path, **named)

    put(folder, "a.csv")
    put(folder, "b.csv", day=2)
    monkeypatch.setattr(loads, "load", short_of_memory)
    said = watch(url, folder)
    assert (said.exit_code, said.json["loads"][0]["reason"], loaded(url)) == (1, "too_large", ["b.csv"])


def test_an_empty_folder_is_said_and_fine(url, folder):
    said = signals_here(url, "load", "--watch", folder)
    assert (said.exit_code, said.out.strip()) == (0, "There is no export to load.")


@pytest.mark.parametrize("spoil", [Path.rmdir, lambda folder: put(folder, "loaded")], ids=["missing", "no room"])
def test_a_folder_of_no_use_is_one_sentence(url, folder, spoil):
    spoil(folder)
    said = watch(url, folder)
    assert (said.exit_code, said.out, said.err.count("\n")) == (1, "", 1)
    assert str(folder) in said.err


def test_a_folder_that_may_not_be_written_is_one_sentence(url):
    said = watch(url, Path("/proc"))  # not even by root
    assert (said.exit_code, said.out, said.err.count("\n")) == (1, "", 1)
    assert "/proc" in said.err


def test_a_name_that_is_no_utf_8_is_taken_too(url, folder):
    path = Path(os.fsdecode(os.fsencode(folder) + b"/caf\xe9.csv"))
    path.write_text(f"{HEADER}\n{LINE.format(day=1)}\n")
    said = watch(url, folder)
    assert (said.exit_code, said.json["loads"][0]["file"]) == (0, "caf?.csv")
    moved = Path(said.json["loads"][0]["moved_to"])
    assert moved.exists()
    moved.rename(path)
    said = signals(url, "load", "--watch", folder)  # to a true standard output
    assert (said.exit_code, moved.exists()) == (0, True)


def test_the_lock_is_let_go(folder):
    with watched.held(folder), (folder / watched.LOCK).open("a") as lock, pytest.raises(BlockingIOError):
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    with watched.held(folder):
        pass
