"""Axe, for the rules of WCAG that a program can tell."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

GRAVE = {"serious", "critical"}


def grave_findings(page: Page) -> list[str]:
    """What axe finds serious or critical: rule and the elements."""
    violations = Axe().run(page).response["violations"]
    return [
        f"{found['id']}: {[node['html'][:120] for node in found['nodes']]}"
        for found in violations
        if found["impact"] in GRAVE
    ]
