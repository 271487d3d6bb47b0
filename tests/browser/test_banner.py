"""A banner that tries to get out, in a real browser."""

import pytest
from playwright.sync_api import Page, expect

from assets.tasks import draw_preview
from tests.assets import print_samples
from tests.factories.assets import make_file

pytestmark = pytest.mark.django_db(transaction=True)

# Each attempt writes what came of it.
ATTEMPTS = """
const attempts = {
    cookie: () => document.cookie || "none",
    parent: () => parent.location.href,
    page: () => parent.document.title,
    leave: () => { top.location = parent.origin; return "left"; },
    keep: () => localStorage.length,
    window: () => open("/") || Promise.reject(new Error("null")),
    admin: () => fetch("/admin/"),
    site: () => fetch("SITE/admin/", { credentials: "include" }),
};
for (const [name, attempt] of Object.entries(attempts)) {
    const line = document.createElement("p");
    const say = (words) => { line.textContent = name + " " + words; };
    document.body.append(line);
    try {
        Promise.resolve(attempt()).then(() => say("open"), () => say("blocked"));
    } catch {
        say("blocked");
    }
}
"""
NAMES = ["cookie", "parent", "page", "leave", "keep", "window", "admin", "site"]


def test_a_banner_runs_and_reaches_nothing(page: Page, live_server, settings):
    port = live_server.url.rpartition(":")[2]
    settings.BASE_URL = live_server.url
    settings.BANNER_HOST = f"http://banner.localhost:{port}"
    directives = settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]
    settings.CONTENT_SECURITY_POLICY = {
        "DIRECTIVES": {**directives, "frame-src": [settings.BANNER_HOST]}
    }
    script = ATTEMPTS.replace("SITE", live_server.url)
    content = print_samples.banner({"kode.js": script.encode()})
    file = make_file(content, "banner.zip", title="Banner", kind="banner")
    draw_preview.call(file.current_version_id)
    address = live_server.url + file.asset.get_absolute_url()
    page.goto(address)
    lines = page.frame_locator(".viewer__banner iframe").locator("p")
    expect(lines).to_have_text(["Kom", *(f"{name} blocked" for name in NAMES)])
    assert page.url == address
