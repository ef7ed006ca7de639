"""What has the company decided, and who changed it?"""

from collections.abc import Mapping
from datetime import UTC, datetime

from signals.settings import Company, company_of
from signals.store.connection import Connection


def company(connection: Connection) -> Company:
    """The company's settings, with defaults for what it has not decided."""
    return company_of({row["name"]: row["value"] for row in connection.rows("queries/settings")})


def setting(connection: Connection, name: str) -> str | None:
    return next((row["value"] for row in connection.rows("queries/settings") if row["name"] == name), None)


NAME_OF_THEME = "theme_name."  # begins the settings in which the company's own names of themes are kept


def theme_names(connection: Connection) -> dict[str, str]:
    """What the company calls its themes, where it calls them otherwise."""
    rows = connection.rows("queries/settings")
    own = {row["name"]: row["value"] for row in rows if row["name"].startswith(NAME_OF_THEME)}
    return {name.removeprefix(NAME_OF_THEME): value for name, value in own.items()}


def set_setting(connection: Connection, *, name: str, value: str, person: str) -> None:
    connection.run("queries/delete_setting", name=name)
    connection.insert("settings", [{"name": name, "value": value}])
    record(connection, person=person, verb="setting", subject=name, detail=value)


def forget_setting(connection: Connection, *, name: str, person: str) -> None:
    connection.run("queries/delete_setting", name=name)
    record(connection, person=person, verb="setting", subject=name, detail="forgotten")


def decide(connection: Connection, decisions: Mapping[str, str], *, person: str) -> None:
    """Write several settings; the mornings kept so far are stale then."""
    for name, value in decisions.items():
        set_setting(connection, name=name, value=value, person=person)
    connection.run("queries/raise_facts_version")


def record(connection: Connection, *, person: str, verb: str, subject: str, detail: str = "") -> None:
    """One line of the audit log."""
    row = {"happened_at": now(), "person": person, "verb": verb, "subject": subject, "detail": detail}
    connection.insert("audit_log", [row])


def now() -> datetime:
    """The present moment in UTC, as the store keeps it. The one clock of the store: who clicked when."""
    return datetime.now(UTC).replace(tzinfo=None, microsecond=0)
