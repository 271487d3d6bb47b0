"""The catalogue's pictures on a real S3 server, and when it is away."""

from io import BytesIO

from django.core.cache import cache
from django.core.files.storage import storages
from django.urls import reverse

import pikepdf
import pytest

from assets.models import Rendition
from core.headers import NO_STORE
from tests.assets.test_delivery_s3 import NOWHERE
from tests.factories.campaigns import IdeaIndexPageFactory, IdeaPageFactory
from tests.factories.images import ImageFactory
from tests.s3 import point_at

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("s3")]


def pictures_in(response) -> int:
    with pikepdf.open(BytesIO(response.content)) as document:
        streams = [o for o in document.objects if isinstance(o, pikepdf.Stream)]
        return sum("/DCTDecode" in str(o.get("/Filter")) for o in streams)


@pytest.fixture
def renditions_on_s3(monkeypatch):
    """Renditions took their storage when the suite began: give them the site's now."""
    field = Rendition._meta.get_field("file")
    return lambda: monkeypatch.setattr(field, "storage", storages["public"])


def test_pictures_come_from_the_bucket_and_are_done_without(
    client, settings, renditions_on_s3
):
    renditions_on_s3()
    index = IdeaIndexPageFactory()
    IdeaPageFactory(picture=ImageFactory())
    address = reverse("campaigns:idea_catalogue", args=[index.pk])
    whole = client.get(address)
    assert pictures_in(whole) == 1
    cache.clear()
    point_at(settings, S3_ENDPOINT_URL=NOWHERE)
    renditions_on_s3()
    bare = client.get(address)
    assert (bare.status_code, pictures_in(bare)) == (200, 0)
    # The next one may have its picture again.
    assert "ETag" not in bare
    assert bare["Cache-Control"] == NO_STORE
