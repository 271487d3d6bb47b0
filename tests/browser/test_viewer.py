"""The viewer and the comparison of versions in a real browser."""

from django.contrib.auth.models import Group
from django.urls import reverse

import pytest
from playwright.sync_api import Page, expect

from assets.models import VersionComparison
from assets.previews import make_preview
from assets.tasks import compare_versions
from libraries.roles import EDITORS
from tests.assets import print_samples, samples
from tests.factories.assets import add_version, make_file
from tests.factories.users import UserFactory

from .axe import grave_findings
from .people import PASSWORD, sign_in

pytestmark = pytest.mark.django_db(transaction=True)


def drawn(content: bytes, name: str, **asset):
    """A file whose pictures are drawn."""
    file = make_file(content, name, **asset)
    make_preview(file.current_version)
    return file


@pytest.fixture
def leaflet(db):
    return drawn(samples.pdf(pages=3), "program.pdf", title="Program")


def test_a_pdf_is_paged_through_by_keyboard_and_zoomed(
    page: Page, live_server, leaflet
):
    page.goto(live_server.url + leaflet.asset.get_absolute_url())
    opener = page.get_by_role("link", name="Bladr i 3 sider")
    opener.focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name="Program")
    count, picture = dialog.locator("output"), dialog.locator("img")
    expect(count).to_have_text("1 / 3")
    page.keyboard.press("ArrowRight")
    expect(count).to_have_text("2 / 3")
    page.keyboard.press("End")
    expect(count).to_have_text("3 / 3")
    expect(picture).to_have_attribute("alt", "Side 3")
    expect(picture).to_have_js_property("complete", True)
    small = picture.bounding_box()["height"]
    page.keyboard.press("+")
    expect(dialog.get_by_role("button", name="Zoom")).to_have_attribute(
        "aria-pressed", "true"
    )
    assert picture.bounding_box()["height"] > 1990 > small
    sheet = dialog.locator(".viewer__sheet")
    page.mouse.move(700, 600)
    page.mouse.down()
    page.mouse.move(650, 400, steps=4)
    page.mouse.up()
    assert sheet.evaluate("sheet => sheet.scrollTop") == 200
    assert grave_findings(page) == []
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(opener).to_be_focused()


def test_a_film_plays_from_the_place_pressed_in_its_strip(page: Page, live_server):
    film = drawn(samples.film(frames=30), "film.mp4", title="Film", kind="film")
    page.goto(live_server.url + film.asset.get_absolute_url())
    strip = page.get_by_alt_text("Filmen fra begyndelse til slutning")
    box = strip.bounding_box()
    with page.expect_response(lambda answer: "/afspil/" in answer.url) as played:
        strip.click(position={"x": box["width"] / 2, "y": box["height"] / 2})
    assert played.value.status in (200, 206)


def test_two_versions_stand_side_by_side_with_what_differs(page: Page, live_server):
    file = drawn(print_samples.pdf(b"0 0 0 1 k 100 100 200 80 re f"), "plakat.pdf")
    old = file.current_version
    new = add_version(file, print_samples.pdf(b"0 0 0 1 k 100 500 200 80 re f"))
    make_preview(new)
    editor = UserFactory(password=PASSWORD)
    editor.groups.add(Group.objects.get(name=EDITORS))
    address = reverse("compare_versions", args=[file.pk])
    sign_in(page, live_server.url, editor, "/admin/")
    page.goto(f"{live_server.url}{address}?a={old.number}&b={new.number}")
    compare_versions.call(VersionComparison.objects.get().pk)
    page.reload()
    pair = page.locator(".page-pair").first
    expect(pair.locator("img")).to_have_count(2)
    expect(pair.locator(".page-pair__marks rect")).not_to_have_count(0)
    expect(page.locator(".version-differences")).not_to_have_count(0)
    assert grave_findings(page) == []
