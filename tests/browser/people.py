"""How people of the browser tests get in."""

from playwright.sync_api import Page

PASSWORD = "den store knap i 79 byer"


def sign_in(page: Page, address: str, user, next_path: str) -> None:
    """Sign ``user`` in by the form and arrive at ``next_path``."""
    page.goto(f"{address}/log-ind/?next={next_path}")
    page.fill("[name=login]", user.email)
    page.fill("[name=password]", PASSWORD)
    page.locator("main form button[type=submit]").first.click()
    page.wait_for_url(f"{address}{next_path}")
