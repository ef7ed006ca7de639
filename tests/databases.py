"""Databases for tests that need more than one fixture gives."""

import sqlalchemy as sa


def emptied(url: str) -> None:
    """Nothing is left in the PostgreSQL database."""
    engine = sa.create_engine(url, poolclass=sa.NullPool)
    with engine.begin() as connection:
        connection.execute(sa.text("DROP SCHEMA public CASCADE"))
        connection.execute(sa.text("CREATE SCHEMA public"))
