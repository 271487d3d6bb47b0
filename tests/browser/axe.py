"""Axe, for the rules of WCAG that a program can tell."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

GRAVE = {"serious", "critical"}
# What it finds right is as long as the page, and nobody reads it. Of what it may load
# beforehand, stylesheets are left out: it looks for imported ones beside the page, not
# beside the sheet, and so asks the site for some hundred 404s a page; the one rule that
# reads them is experimental, and off.
OPTIONS = "{resultTypes: ['violations'], preload: {assets: ['media']}}"
RUN = f"axe.run({OPTIONS}).then(found => found.violations)"


def findings(page: Page) -> list[dict]:
    """What axe finds wrong with the page as it stands."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(f"() => {{ {Axe().axe_script} }}")
    return page.evaluate(RUN)


def grave_findings(page: Page) -> list[str]:
    """What axe finds serious or critical: rule and the elements."""
    return [
        f"{found['id']}: {[node['html'][:120] for node in found['nodes']]}"
        for found in findings(page)
        if found["impact"] in GRAVE
    ]
