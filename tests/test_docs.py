"""What README says is there is there: commands, make targets, functions, files and settings."""

import re
from pathlib import Path

import pytest

import signals
from signals.commands.parser import _parser

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
MADE_WHEN_RUN = {"data/signals.duckdb"}  # not in the repository
CODE = " \n".join(re.findall(r"`([^`\n]+(?:\n[^`\n]+)?)`", README) + re.findall(r"^ {4}(.*)$", README, re.MULTILINE))


def commands() -> set[str]:
    return set(re.findall(r"(?<![\w/.])signals ([a-z]+)", CODE))


def paths() -> set[str]:
    """Links and names in backticks that look like a file or folder of the project."""
    links = re.findall(r"\]\(([^)#]+)\)", README)
    named = re.findall(r"`([\w./-]+(?:\.(?:md|py|toml|sql|duckdb|png)|/))`", README)
    return {path for path in (*links, *named) if "://" not in path} - MADE_WHEN_RUN


def verbs() -> set[str]:
    return set(next(action.choices for action in _parser()._actions if action.choices))


def test_readme_names_commands_paths_and_targets():
    assert len(commands()) >= 4
    assert len(paths()) >= 3


@pytest.mark.parametrize("command", sorted(commands()))
def test_a_command_of_the_readme_exists(command):
    assert command in verbs()


def command_lines() -> list[str]:
    """Also those that a crontab or a service starts."""
    blocks = "\n".join(re.findall(r"^ {4}(.*)$", README, re.MULTILINE))
    return [line.strip() for line in re.findall(r"(?<![\w.])signals [^;#\n]+", blocks)]


def test_the_readme_shows_how_a_folder_is_watched_and_the_morning_computed():
    watching = [line for line in command_lines() if "--watch" in line]
    assert len(watching) == 2  # crontab and systemd
    assert command_lines().count("signals refresh") == 3


@pytest.mark.parametrize("line", command_lines())
def test_a_command_line_of_the_readme_is_right_usage(line):
    told = _parser().parse_args(line.split()[1:])
    assert told.command == line.split()[1]


@pytest.mark.parametrize("target", sorted(set(re.findall(r"\bmake ([a-z]+)\b", CODE))))
def test_a_make_target_of_the_readme_exists(target):
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)


@pytest.mark.parametrize("path", sorted(paths()))
def test_a_path_of_the_readme_exists(path):
    assert (ROOT / path).exists()


@pytest.mark.parametrize("name", sorted(set(re.findall(r"signals\.([a-z_]+)\(", README))))
def test_a_function_of_the_readme_exists(name):
    assert callable(getattr(signals, name))


@pytest.mark.parametrize("name", sorted(set(re.findall(r"SIGNALS_[A-Z_]+", README))))
def test_a_setting_of_the_readme_is_read_somewhere(name):
    readers = [*(ROOT / "signals").rglob("*.py"), *(ROOT / "tests").rglob("conftest.py")]
    assert any(name in path.read_text(encoding="utf-8") for path in readers)


def test_the_readme_states_the_promise_that_the_program_keeps():
    from signals.settings import FALSE_DISCOVERY_RATE

    assert FALSE_DISCOVERY_RATE == 0.10
    assert "one in ten" in " ".join(README.split())
