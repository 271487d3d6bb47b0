"""PostgreSQL's full text, over words that are stems already."""

SELECT = (
    "SELECT entry_id AS id FROM search_entrywords"
    " WHERE search_words(words) @@ %s::tsquery"
)

RANKED = (
    "SELECT entry_id AS id, rank AS standing FROM search_entrywords"
    " WHERE search_words(words) @@ %s::tsquery"
)


def _word(word: str) -> str:
    return f"'{word[:-1]}':*" if word.endswith("*") else f"'{word}'"


def condition(groups) -> str:
    """The condition as a tsquery; words are letters and digits alone."""
    return " & ".join(
        "("
        + " | ".join(
            f"({' & '.join(map(_word, alternative))})" for alternative in group
        )
        + ")"
        for group in groups
    )
