"""``/m/<id>/`` leads to the file whatever happens around it, on disk and on S3."""

import hashlib

from wagtail.models import Collection

import pytest

from tests.factories.assets import BARE_PDF, make_file
from tests.factories.campaigns import CampaignPageFactory
from themes.models import Theme

from .posts import changed_asset, edit_url, upload
from .test_delivery_s3 import ask

pytestmark = pytest.mark.django_db
SECOND = BARE_PDF + b"2"


def fetched(client, address: str) -> str:
    """The SHA-256 of what the address gives, by a link or at once."""
    answer = client.get(address)
    if answer.status_code == 302:
        content = ask(answer["Location"])[1]
    else:
        assert answer.status_code == 200
        content = b"".join(answer)
    return hashlib.sha256(content).hexdigest()


@pytest.mark.parametrize("place", ["disk", "s3"])
def test_rename_replace_move_and_the_end_of_the_campaign(
    request, client, as_editor, place
):
    if place == "s3":
        request.getfixturevalue("s3")
    page = CampaignPageFactory()
    file = make_file(theme=page.theme)
    address = file.get_absolute_url()
    moved_to = Collection.get_first_root_node().add_child(name="Arkiv")
    change = {"name": "Et nyt navn", "upload": upload(SECOND), "note": "rettet dato"}
    posted = changed_asset(
        file.asset, change, title="En ny titel", collection=moved_to.pk
    )
    assert as_editor.post(edit_url(file.asset), posted).status_code == 302
    file.asset.refresh_from_db()
    assert (file.asset.title, file.asset.collection) == ("En ny titel", moved_to)
    assert fetched(client, address) == hashlib.sha256(SECOND).hexdigest()
    # A campaign that is put away: its pages and its theme, not what was handed out.
    page.unpublish()
    Theme.objects.filter(pk=page.theme_id).update(state=Theme.State.DRAFT)
    assert fetched(client, address) == hashlib.sha256(SECOND).hexdigest()
