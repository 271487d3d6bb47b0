from django.urls import URLPattern, URLResolver, get_resolver

import pytest

from core.addresses import RESERVED_SLUGS

pytestmark = pytest.mark.one_database


@pytest.mark.django_db
def test_robots(client, settings):
    response = client.get("/robots.txt")
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert "Disallow: /m/" in response.text
    assert f"Sitemap: {settings.BASE_URL}/sitemap.xml" in response.text


@pytest.mark.parametrize("name", ["favicon.ico", "apple-touch-icon.png"])
def test_icons_are_found_where_programs_look_unasked(client, name):
    assert client.get(f"/{name}")["Location"] == f"/static/img/{name}"


def first_parts(patterns) -> set[str]:
    """The first parts of all addresses that the site itself answers."""
    found = set()
    for pattern in patterns:
        if not isinstance(pattern, URLPattern | URLResolver):
            continue
        route = str(pattern.pattern).lstrip("^").replace("\\", "")
        part = route.partition("/")[0]
        if part and part.replace("-", "").isalnum():
            found.add(part)
        elif isinstance(pattern, URLResolver) and not route:
            found |= first_parts(pattern.url_patterns)
    return found


def test_every_address_of_the_site_itself_is_reserved():
    taken = first_parts(get_resolver().url_patterns)
    assert {"admin", "m", "soeg", "tema", "log-ind"} <= taken
    # Pages that list these stand at the addresses themselves.
    listed = {"ideer", "kampagner", "laeselister", "materialer", "nyheder"}
    assert taken - listed - {"readyz", "healthz", "da"} <= RESERVED_SLUGS
