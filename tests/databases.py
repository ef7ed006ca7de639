"""Databases for tests that need more than one fixture gives."""

import sqlalchemy as sa

from signals.store.engine import Store

SHAPE = """
SELECT string_agg(concat_ws(' ', relname, relkind, attname, atttypid, atttypmod, attnotnull, atthasdef), ','
                  ORDER BY relname, attnum)
FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid
WHERE relnamespace = 'public'::regnamespace AND attnum > 0 AND NOT attisdropped
"""

KEEP_FIRST_ROWS = """
DO $$
DECLARE name text;
BEGIN
    CREATE SCHEMA first_rows;
    FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
        IF pg_relation_size('public.' || name) > 0 THEN
            EXECUTE format('CREATE TABLE first_rows.%I AS TABLE public.%I', name, name);
        END IF;
    END LOOP;
END $$
"""

EMPTY_TABLES = """
DO $$
DECLARE name text; size bigint;
BEGIN
    FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
        EXECUTE format('LOCK TABLE public.%I IN ACCESS EXCLUSIVE MODE', name);  -- whoever writes still ends first
        size := pg_relation_size('public.' || name);
        IF size > 100000 THEN
            EXECUTE format('TRUNCATE public.%I', name);
        ELSIF size > 0 THEN
            EXECUTE format('DELETE FROM public.%I', name);
        END IF;
    END LOOP;
    FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'first_rows' LOOP
        EXECUTE format('INSERT INTO public.%I TABLE first_rows.%I', name, name);
    END LOOP;
END $$
"""

_shapes: dict[str, str] = {}  # of the databases whose first rows are kept


def emptied(url: str) -> None:
    """Nothing is left in the PostgreSQL database."""
    engine = sa.create_engine(url, poolclass=sa.NullPool)
    with engine.begin() as connection:
        connection.execute(sa.text("DROP SCHEMA public CASCADE"))
        connection.execute(sa.text("CREATE SCHEMA public"))


def with_empty_tables(url: str) -> None:
    """The PostgreSQL database is as a store leaves it that was opened for the first time.

    Taking the rows out is a tenth of the work of making forty tables; they are made anew where a test changed them.
    """
    engine = sa.create_engine(url, poolclass=sa.NullPool)
    with engine.begin() as connection:
        if url in _shapes and connection.scalar(sa.text(SHAPE)) == _shapes[url]:
            connection.execute(sa.text(EMPTY_TABLES))
            return
    emptied(url)
    Store(url)
    with engine.begin() as connection:
        connection.execute(sa.text("DROP SCHEMA IF EXISTS first_rows CASCADE"))
        connection.execute(sa.text(KEEP_FIRST_ROWS))
        _shapes[url] = connection.scalar(sa.text(SHAPE))
