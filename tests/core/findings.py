"""What the checks say of a page, in the words that tests ask in."""

from core.publish_checks import Finding, examine


def found(page) -> dict[str, list[Finding]]:
    """The findings of ``page`` by the code of the check."""
    by_code = {}
    for finding in examine(page).findings:
        by_code.setdefault(finding.code, []).append(finding)
    return by_code


def block(kind: str, value, pk: str = "") -> dict:
    """A block as a StreamField stores it."""
    return {"type": kind, "value": value, "id": pk or f"{kind}-id"}
