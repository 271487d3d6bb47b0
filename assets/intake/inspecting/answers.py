"""How a family of files answers: in words without what is empty, or with a refusal."""


class Refused(Exception):
    """The file cannot be used; the argument is a code of refusals.problem."""


def named(found: dict) -> dict:
    """As text, without what is empty."""
    clean = {}
    for name, value in found.items():
        words = value if isinstance(value, list) else [value]
        words = [text for word in words if (text := as_text(word))]
        if words:
            clean[name] = words if isinstance(value, list) else words[0]
    return clean


def as_text(value) -> str:
    if isinstance(value, bytes):
        try:
            value = value.decode()
        except UnicodeDecodeError:
            value = value.decode("latin-1")
    return " ".join(str(value or "").replace("\0", " ").split())[:4000]
