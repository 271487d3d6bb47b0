"""SQLite's own full text."""

SELECT = (
    "SELECT rowid AS id FROM search_entrywords_fts WHERE search_entrywords_fts MATCH %s"
)

RANKED = (
    "SELECT w.entry_id AS id, w.rank AS standing"
    " FROM search_entrywords_fts f JOIN search_entrywords w ON w.entry_id = f.rowid"
    " WHERE search_entrywords_fts MATCH %s"
)


def _word(word: str) -> str:
    return f'"{word[:-1]}" *' if word.endswith("*") else f'"{word}"'


def condition(groups) -> str:
    """The condition as an FTS5 query; words are letters and digits alone."""
    return " AND ".join(
        "("
        + " OR ".join(
            f"({' AND '.join(map(_word, alternative))})" for alternative in group
        )
        + ")"
        for group in groups
    )
