"""What did analysts say of a source, so that its next file needs no answer?

A source is known by the name that an analyst gave it, else by its heading line.
"""

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence

from signals.errors import SignalsError
from signals.ingest.export import Wishes
from signals.ingest.headings import folded
from signals.model import LoadReport, Profile
from signals.store.company import now, record
from signals.store.connection import Connection
from signals.store.engine import Store

ACCEPT_REFUSALS, VANISHED, NUMBERING = "refused", "vanished", "numbering"  # keys of answers
OF_ONE_FILE = frozenset({ACCEPT_REFUSALS, VANISHED, NUMBERING})  # never remembered
NAME_DIGITS = 16

Recall = Callable[[Sequence[str]], Wishes | None]


def profiles(store: Store) -> list[Profile]:
    """What is remembered, the newest first."""
    with store.reading() as connection:
        return list(known_profiles(connection).values())


def forget(store: Store, profile: str, *, person: str) -> None:
    """The next file of that source is asked about again. Raises SignalsError where nothing is remembered of it."""
    with store.writing() as connection:
        if profile not in known_profiles(connection):
            raise SignalsError(f"Nothing is remembered of {profile!r}.")
        connection.run("queries/delete_profile", profile=profile)
        record(connection, person=person, verb="profile", subject=profile, detail="forgotten")


def known_profiles(connection: Connection) -> dict[str, Profile]:
    return {row["profile"]: _profile(row) for row in connection.rows("queries/profiles")}


def recall_of(known: Mapping[str, Profile]) -> Recall:
    """How the reading asks what was said of a heading line before."""

    def recall(headings: Sequence[str]) -> Wishes | None:
        profile = known.get(heading_name(headings))
        if profile is None:
            return None
        columns = {name: _spelled_as_in(headings, heading) for name, heading in profile.columns.items()}
        return Wishes(profile.kind, columns, profile.answers, profile=profile.profile)

    return recall


def heading_name(headings: Sequence[str]) -> str:
    """The name of a source that nobody named: the hash of its heading line, spelled as loosely as headings are."""
    line = "\x1f".join(map(folded, headings))
    return hashlib.sha256(line.encode()).hexdigest()[:NAME_DIGITS]


def with_remembered(told: Wishes, profile: Profile | None) -> Wishes:
    """What is told now counts more than what was told before; of another kind nothing is known."""
    if profile is None or told.kind not in (None, profile.kind):
        return told
    return Wishes(
        kind=profile.kind,
        columns={**profile.columns, **(told.columns or {})},
        answers={**profile.answers, **(told.answers or {})},
        profile=profile.profile,
    )


def remember(connection: Connection, report: LoadReport, told: Wishes, name: str | None, person: str) -> None:
    """Keep what was told of this file, under the source's name or its heading line. Nothing told teaches nothing."""
    answers = {key: value for key, value in (told.answers or {}).items() if key not in OF_ONE_FILE}
    if name is None and not answers and not told.columns:
        return
    headings = next(iter(report.choices.values()), ())
    profile = name or heading_name(headings)
    lasting = with_remembered(Wishes(report.kind, told.columns, answers), known_profiles(connection).get(profile))
    said = {"columns": dict(lasting.columns or {}), "answers": dict(lasting.answers)}
    connection.run("queries/delete_profile", profile=profile)
    row = {
        "profile": profile,
        "kind": report.kind,
        "answers": json.dumps(said, ensure_ascii=False),
        "headings": json.dumps(headings, ensure_ascii=False),
        "file_name": report.file,
        "person": person,
        "remembered_at": now(),
    }
    connection.insert("import_profiles", [row])
    record(connection, person=person, verb="profile", subject=profile, detail=report.file)


def _spelled_as_in(headings: Sequence[str], told: str) -> str:
    """The file's own spelling of the heading that was told."""
    alike = [heading for heading in headings if folded(heading) == folded(told)]
    return told if told in alike or not alike else alike[0]


def _profile(row: Mapping[str, object]) -> Profile:
    return Profile(
        profile=row["profile"],
        kind=row["kind"],
        headings=tuple(json.loads(row["headings"] or "[]")),
        file=row["file_name"],
        person=row["person"],
        remembered_at=row["remembered_at"],
        **json.loads(row["answers"]),
    )
