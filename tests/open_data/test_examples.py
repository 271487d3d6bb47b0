"""The documentation's examples answer, and people find them."""

import re
from pathlib import Path

from django.conf import settings

import pytest

from .asking import KINDS

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

DOCUMENT = Path(settings.BASE_DIR, "docs/features/api.md")
EXAMPLES = re.findall(r"^    GET (\S+)$", DOCUMENT.read_text(), re.MULTILINE)


def test_there_are_examples():
    assert len(EXAMPLES) >= 5


@pytest.mark.parametrize("address", EXAMPLES)
def test_an_example_answers(client, address):
    assert client.get(address).status_code == 200


def test_people_are_shown_every_list(client):
    page = client.get("/api/")
    assert page.status_code == 200
    for kind in ("themes", "assets", "reading-lists"):
        assert f'href="/api/v2/{kind}/"' in page.text
    assert 'href="/api/"' in client.get("/").text


def test_the_page_says_it_in_english_too(client, db):
    text = client.get("/api/").text
    _danish, _, english = text.partition('id="in-english" lang="en"')
    for kind in KINDS:
        assert f'href="/api/v2/{kind}/"' in english
    assert "Read only, without a key" in english
