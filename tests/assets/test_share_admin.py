"""Share links in the admin: made, followed, extended and revoked by editors."""

import datetime

from django.contrib.auth.hashers import check_password
from django.urls import reverse
from django.utils import timezone

from wagtail.models import Collection

import pytest

from assets.models import Asset, ShareLink
from tests.factories.assets import AssetFileFactory, make_file, make_share

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


def posted(*files, **fields) -> dict:
    """A share link's form as a browser posts it."""
    rows = {
        f"items-{n}-{name}": value
        for n, file in enumerate(files)
        for name, value in {"file": file.pk, "id": "", "ORDER": n + 1}.items()
    }
    return {
        "title": "Til trykkeriet",
        "message": "",
        "terms": "",
        "starts_on": "2026-11-01",
        "ends_on": "2030-01-31",
        "items-TOTAL_FORMS": len(files),
        "items-INITIAL_FORMS": 0,
        "items-MIN_NUM_FORMS": 0,
        "items-MAX_NUM_FORMS": 1000,
        **rows,
        **fields,
    }


def test_an_editor_makes_a_link_and_gets_its_address(as_editor, editor):
    file = make_file(title="Plakat: Stenalderen")
    answer = as_editor.post(
        reverse("shares:add"), posted(file, password="flint og rav"), follow=True
    )
    share = ShareLink.objects.get()
    assert share.created_by == editor
    assert [item.file for item in share.items.all()] == [file]
    assert check_password("flint og rav", share.password_hash)
    page = answer.content.decode()
    assert share.address in page
    assert "Plakat: Stenalderen" in page
    assert "flint og rav" not in page


def test_changing_a_link_keeps_its_address_and_password(as_editor):
    share = make_share(file := make_file(), password="flint og rav")
    item = share.items.get()
    data = posted(
        file, title="Nyt", **{"items-INITIAL_FORMS": 1, "items-0-id": item.pk}
    )
    as_editor.post(reverse("shares:edit", args=[share.pk]), data)
    changed = ShareLink.objects.get()
    assert (changed.title, changed.token) == ("Nyt", share.token)
    assert changed.fits("flint og rav")
    data["no_password"] = "on"
    as_editor.post(reverse("shares:edit", args=[share.pk]), data)
    assert not ShareLink.objects.get().has_password


@pytest.mark.parametrize(
    ("bad", "words"),
    [
        ({"ends_on": "2026-10-01"}, "ligger før"),
        ({"password": "kort"}, "mindst 8 tegn"),
        ({"title": ""}, "title"),
    ],
)
def test_a_bad_link_is_refused_in_words(as_editor, bad, words):
    answer = as_editor.post(reverse("shares:add"), posted(make_file(), **bad))
    assert words in str(answer.context["form"].errors)
    assert not ShareLink.objects.exists()


def test_a_link_leads_to_at_least_one_file(as_editor):
    answer = as_editor.post(reverse("shares:add"), posted())
    assert "Vælg mindst én fil" in answer.content.decode()
    assert not ShareLink.objects.exists()


def test_a_file_that_is_not_to_be_chosen_is_refused(as_editor, editor):
    elsewhere = Collection.get_first_root_node().add_child(name="Andres")
    here = Collection.get_first_root_node().add_child(name="Vores")
    editor.groups.get().collection_permissions.update(collection=here)
    secret = make_file(state=Asset.State.DRAFT, collection=elsewhere)
    answer = as_editor.post(reverse("shares:add"), posted(secret))
    assert "En af filerne kan ikke vælges" in answer.content.decode()
    assert not ShareLink.objects.exists()


def test_the_links_page_tells_what_has_happened_and_what_is_not_shown(
    as_editor, client
):
    draft = make_file(title="Kladden", state=Asset.State.DRAFT)
    share = make_share(make_file(), draft)
    client.get(share.get_absolute_url())
    page = as_editor.get(reverse("shares:inspect", args=[share.pk])).content.decode()
    assert "Åbnet 1 gang" in page
    assert "vises ikke: ikke udgivet" in page


def act(client, share, action, **data):
    return client.post(reverse("shares:change", args=[share.pk, action]), data)


def test_extending_after_the_end_counts_from_today(as_editor):
    today = timezone.localdate()
    share = make_share(make_file(), ends_on=today - datetime.timedelta(days=9))
    act(as_editor, share, "extend", days="30")
    share.refresh_from_db()
    assert share.ends_on == today + datetime.timedelta(days=30)


def test_a_revoked_link_stays_shut(as_editor):
    share = make_share(make_file())
    act(as_editor, share, "revoke")
    act(as_editor, share, "extend", days="30")
    share.refresh_from_db()
    assert share.is_revoked
    assert not share.is_open


@pytest.mark.parametrize("days", ["", "-1", "9999", "x"])
def test_only_the_offered_days_are_taken(as_editor, days):
    share = make_share(make_file())
    end = share.ends_on
    assert act(as_editor, share, "extend", days=days).status_code == 302
    share.refresh_from_db()
    assert share.ends_on == end


def test_links_are_the_editors(as_agency, as_editor):
    share = make_share(make_file())
    assert as_editor.get(reverse("shares:index")).status_code == 200
    for name, args in (("index", []), ("add", []), ("inspect", [share.pk])):
        assert as_agency.get(reverse(f"shares:{name}", args=args)).status_code == 302
    act(as_agency, share, "revoke")
    share.refresh_from_db()
    assert not share.is_revoked


def test_the_chooser_finds_files_by_asset_and_leaves_out_empty_ones(as_editor):
    make_file(title="Plakat: Stenalderen")
    make_file(title="Bogmærke")
    AssetFileFactory(asset__title="Plakat uden fil")
    url = reverse("asset_file_chooser:choose_results")
    page = as_editor.get(url, {"q": "plakat a3"}).content.decode()
    assert "Plakat: Stenalderen" in page
    assert "Bogmærke" not in page
    assert "Plakat uden fil" not in page
