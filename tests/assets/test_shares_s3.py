"""Share links on a real S3 server, whose clock cannot be stopped."""

import pytest

from assets.permissions import Audience
from tests.factories.assets import BARE_PDF, make_file, make_share
from tests.s3 import point_at

from .test_delivery_s3 import NOWHERE, ask

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("s3")]


@pytest.fixture
def address():
    file = make_file(access=Audience.LIBRARY)
    return f"{make_share(file).get_absolute_url()}{file.public_id}/"


def test_a_shared_file_comes_by_a_link_signed_for_a_minute(client, address):
    response = client.get(address)
    assert response["Referrer-Policy"] == "no-referrer"
    assert "X-Amz-Expires=60" in response["Location"]
    assert ask(response["Location"])[:2] == (200, BARE_PDF)


def test_storage_that_is_away_is_said_and_not_noted(client, address, settings):
    point_at(settings, S3_ENDPOINT_URL=NOWHERE)
    response = client.get(address)
    assert (response.status_code, response["Retry-After"]) == (503, "30")
