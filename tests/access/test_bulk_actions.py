"""Wagtail's bulk actions name nothing that the person may not know of."""

import pytest

from assets.models import Asset
from campaigns.models import CampaignPage
from tests.factories.assets import AssetFactory
from tests.factories.campaigns import CampaignPageFactory, PartnerFactory
from tests.factories.images import ImageFactory
from tests.factories.users import UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


def bulk(model: str, action: str, *pks) -> str:
    return f"/admin/bulk/{model}/{action}/?" + "&".join(f"id={pk}" for pk in pks)


@pytest.mark.parametrize(
    ("model", "action", "make", "status"),
    [
        ("wagtailcore/page", "delete", CampaignPageFactory, 404),
        ("wagtailcore/page", "publish", CampaignPageFactory, 404),
        ("assets/customimage", "delete", ImageFactory, 404),
        ("campaigns/partner", "delete", PartnerFactory, 404),
        ("assets/asset", "withdraw", AssetFactory, 200),
        ("users/user", "delete", UserFactory, 302),
    ],
)
def test_what_the_agency_may_not_see_is_not_there(
    agency_client, model, action, make, status
):
    thing = make()
    for address in (bulk(model, action, thing.pk), bulk(model, action, "all")):
        response = agency_client.get(address)
        assert response.status_code == status
        assert str(thing) not in response.text
        agency_client.post(address)
    thing.refresh_from_db()
    assert getattr(thing, "state", "draft") in ("draft", "published")


def test_others_drafts_are_not_named_beside_ones_own(agency_client):
    user = agency_client.session["_auth_user_id"]
    own = AssetFactory(title="Egen plakat", state="draft", created_by_id=user)
    other = AssetFactory(title="Andres plakat", state="published")
    text = agency_client.get(bulk("assets/asset", "tag", own.pk, other.pk)).text
    assert "Egen plakat" in text
    assert "Andres plakat" not in text
    assert Asset.objects.count() == 2


def test_an_editor_deletes_all_that_is_chosen_and_no_more(editor_client):
    pages = [CampaignPageFactory() for _each in range(3)]
    chosen = [page.pk for page in pages[:2]]
    address = bulk("wagtailcore/page", "delete", *chosen)
    shown = editor_client.get(address).text
    assert all(page.title in shown for page in pages[:2])
    assert editor_client.post(address).status_code == 302
    assert list(CampaignPage.objects.filter(pk__in=[p.pk for p in pages])) == pages[2:]


@pytest.mark.parametrize(
    "odd", ["abc", "9" * 30, "all&childOf=999999", "all&childOf=x"]
)
def test_odd_choices_are_not_found(editor_client, odd):
    address = bulk("wagtailcore/page", "delete", odd)
    assert editor_client.get(address).status_code == 404


def test_an_unknown_action_is_not_found(editor_client):
    assert editor_client.get(bulk("assets/asset", "sing", 1)).status_code == 404
    assert editor_client.get(bulk("no/such", "delete", 1)).status_code == 404
