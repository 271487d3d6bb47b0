"""Every kind of page by the Tab key alone: what has the focus is seen and named."""

import pytest
from playwright.sync_api import Page, expect

from .test_face import every_kind_of_page

# More stops than any page here has.
ENOUGH = 150
FOCUSED = """() => {
    const element = document.activeElement;
    if (element === document.body) return null;
    const box = element.getBoundingClientRect();
    const middle = document.elementFromPoint(
        box.left + box.width / 2, box.top + box.height / 2);
    const card = element.closest(".campaign-card");
    const ringed = [element, card].some((one) =>
        one && getComputedStyle(one).outlineStyle !== "none");
    const labels = [...(element.labels ?? [])].map((label) => label.textContent);
    const picture = element.querySelector("[aria-label], img[alt]");
    const words = [element, picture].map((one) => one?.ariaLabel ?? one?.alt ?? "");
    const name = words.join("") + labels.join("") + element.textContent;
    const wrong = [];
    if (!name.trim() && !element.placeholder) wrong.push("has no name");
    if (!ringed && element.tagName !== "VIDEO") wrong.push("has no ring");
    const isSeen = [element, ...(element.labels ?? [])].some(
        (one) => one === middle || one.contains(middle) || middle?.contains(one));
    if (!isSeen) wrong.push("is covered");
    return [element.outerHTML.slice(0, 100), wrong];
}"""


@pytest.mark.django_db(transaction=True)
def test_whatever_has_the_focus_is_seen_and_named(page: Page, live_server):
    page.set_viewport_size({"width": 820, "height": 700})
    page.emulate_media(reduced_motion="reduce")
    found = []
    for path in every_kind_of_page():
        page.goto(live_server.url + path)
        for _stop in range(ENOUGH):
            page.keyboard.press("Tab")
            stop = page.evaluate(FOCUSED)
            if stop is None:
                break
            element, wrong = stop
            found += [(path, element, what) for what in wrong]
    assert found == []


@pytest.mark.django_db(transaction=True)
def test_the_first_key_leads_past_the_menu(page: Page, live_server):
    page.goto(live_server.url + "/soeg/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Til indholdet")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
