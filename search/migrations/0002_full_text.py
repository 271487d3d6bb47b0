"""Full text over the words of the entries: FTS5 on SQLite, a GIN index on PostgreSQL.

Both read the one column that we fill, so there is no second copy to keep in step.
"""

from django.db import migrations

SQLITE = [
    """
    CREATE VIRTUAL TABLE search_entrywords_fts USING fts5(
        words, content='search_entrywords', content_rowid='entry_id',
        detail='none', columnsize=0, tokenize='ascii'
    )
    """,
    """
    CREATE TRIGGER search_entrywords_added AFTER INSERT ON search_entrywords BEGIN
        INSERT INTO search_entrywords_fts(rowid, words)
        VALUES (new.entry_id, new.words);
    END
    """,
    """
    CREATE TRIGGER search_entrywords_removed AFTER DELETE ON search_entrywords BEGIN
        INSERT INTO search_entrywords_fts(search_entrywords_fts, rowid, words)
        VALUES ('delete', old.entry_id, old.words);
    END
    """,
    """
    CREATE TRIGGER search_entrywords_changed AFTER UPDATE ON search_entrywords BEGIN
        INSERT INTO search_entrywords_fts(search_entrywords_fts, rowid, words)
        VALUES ('delete', old.entry_id, old.words);
        INSERT INTO search_entrywords_fts(rowid, words)
        VALUES (new.entry_id, new.words);
    END
    """,
]
POSTGRESQL = [
    # Words and texts out of the row: what is counted is how many rows there are.
    """
    ALTER TABLE search_entrywords SET (toast_tuple_target = 128)
    """,
    # Not in SQL, which is written into the query and loses its cost: told what it costs,
    # the planner goes by the index and never makes words of every row.
    """
    CREATE FUNCTION search_words(words text) RETURNS tsvector
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE COST 100 AS
    $$ BEGIN RETURN array_to_tsvector(string_to_array(words, ' ')); END $$
    """,
    """
    CREATE INDEX search_entrywords_gin ON search_entrywords
    USING gin (search_words(words))
    """,
]


def make(apps, schema_editor):
    statements = SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL
    for statement in statements:
        schema_editor.execute(statement)


def unmake(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        for name in ("added", "removed", "changed"):
            schema_editor.execute(f"DROP TRIGGER search_entrywords_{name}")
        schema_editor.execute("DROP TABLE search_entrywords_fts")
    else:
        schema_editor.execute("DROP INDEX search_entrywords_gin")
        schema_editor.execute("DROP FUNCTION search_words(text)")


class Migration(migrations.Migration):

    dependencies = [("search", "0001_initial")]

    operations = [migrations.RunPython(make, unmake)]
