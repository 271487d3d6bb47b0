"""Does the form of a campaign page open as fast when the page has ten times the blocks?

In Chromium, from the address to the last block drawn: most of the work is the
browser's.
"""

import secrets
import shutil
import statistics
import time
from collections.abc import Iterator

from playwright.sync_api import Browser, Page, sync_playwright

from .ground import HOST, BenchError, Ground
from .rows import Row

FEW, MANY = 6, 60
ROUNDS = 7
PATIENCE_MS = 60_000
UNIT = "x the time that the form of 6 blocks takes"


def measure(ground: Ground) -> Iterator[Row]:
    """Open both forms in turn, signed in, in a browser that knows the scripts."""
    addresses, base = ground.site.addresses, f"http://{HOST}:{ground.site.port}"
    with sync_playwright() as playwright:
        browser = _chromium(playwright)
        page = _signed_in(browser, base, addresses)
        times: dict[int, list[float]] = {FEW: [], MANY: []}
        for _round in range(ROUNDS + 1):
            for blocks, found in times.items():
                found.append(
                    _seconds(page, f"{base}{addresses[f'form {blocks}']}", blocks)
                )
        browser.close()
    # The first of each fills the browser's cache.
    few, many = (statistics.median(found[1:]) for found in times.values())
    remark = f"({few:.2f} og {many:.2f} s)"
    yield Row(f"form of {MANY} blocks", many / few, UNIT, "<=", 3, remark)


def _chromium(playwright) -> Browser:
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        raise BenchError("formularen kan ikke måles: chromium mangler på maskinen")
    return playwright.chromium.launch(
        executable_path=path,
        args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
    )


def _signed_in(browser: Browser, base: str, addresses) -> Page:
    page = browser.new_page(viewport={"width": 1440, "height": 1000})
    page.goto(f"{base}/log-ind/?next=/admin/")
    page.fill("[name=login]", addresses["editor"])
    page.fill("[name=password]", addresses["password"])
    page.locator("main form button[type=submit]").first.click()
    page.wait_for_url(f"{base}/admin/")
    return page


def _seconds(page: Page, address: str, blocks: int) -> float:
    started = time.perf_counter()
    page.goto(address, wait_until="commit", timeout=PATIENCE_MS)
    last = f"[name='body-{blocks - 1}-type']"
    page.wait_for_selector(last, state="attached", timeout=PATIENCE_MS)
    page.evaluate("new Promise(done => requestAnimationFrame(() => setTimeout(done)))")
    return time.perf_counter() - started


def fill() -> dict[str, str]:
    """Make the two pages, and an editor of the run's own; called inside the site."""
    from itertools import cycle, islice

    from django.contrib.auth.models import Group
    from django.urls import reverse

    from allauth.account.models import EmailAddress

    from campaigns.models import CampaignPage
    from libraries.roles import EDITORS
    from users.models import User

    email, password = "maaling@bench.example", secrets.token_hex(16)
    editor = User.objects.create_user(email=email, password=password)
    editor.groups.add(Group.objects.get(name=EDITORS))
    EmailAddress.objects.create(user=editor, email=email, verified=True, primary=True)
    pages = CampaignPage.objects.live().filter(locale__language_code="da")
    page = max(pages, key=lambda page: len(page.body))
    blocks = [(block.block_type, block.value) for block in page.body]
    found = {"editor": email, "password": password}
    for number in (FEW, MANY):
        copy = page.copy(
            update_attrs={"slug": f"maaling-{number}"}, copy_revisions=False
        )
        copy.body = list(islice(cycle(blocks), number))
        copy.save_revision(clean=False)
        found[f"form {number}"] = reverse("wagtailadmin_pages:edit", args=[copy.pk])
    return found
