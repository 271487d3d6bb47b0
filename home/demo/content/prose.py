"""Turns the wrapped text of the content modules into clean strings and HTML."""

import re


def tidy(text: str) -> str:
    """Join wrapped lines; blank lines go on parting paragraphs."""
    paragraphs = re.split(r"\n\s*\n", text.strip())
    return "\n\n".join(" ".join(part.split()) for part in paragraphs)


def to_html(text: str) -> str:
    """Each paragraph of a tidy text in a <p>; inline tags are left as they are."""
    return "".join(f"<p>{part}</p>" for part in text.split("\n\n") if part)


def count_words(text: str) -> int:
    """Words as a reader would count them, tags left out."""
    return len(re.sub(r"<[^>]+>", " ", text).split())
