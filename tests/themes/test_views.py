import pytest

from tests.factories.themes import ThemeFactory

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


def test_the_colours_are_sent_for_good(client):
    theme = ThemeFactory()
    response = client.get(theme.stylesheet_url)
    assert response.status_code == 200
    assert response["Content-Type"] == "text/css; charset=utf-8"
    assert "immutable" in response["Cache-Control"]
    assert f".theme-{theme.pk}" in response.text
    assert not response.cookies


@pytest.mark.parametrize("dark", [False, True])
def test_the_pattern_is_a_drawing(client, dark):
    response = client.get(ThemeFactory().pattern_url(dark=dark))
    assert response["Content-Type"] == "image/svg+xml"
    assert response.text.startswith("<svg")


def test_an_old_address_leads_to_todays(client):
    theme = ThemeFactory()
    before = theme.stylesheet_url, theme.pattern_url(), theme.pattern_url(dark=True)
    theme.button = "#123456"
    theme.save()
    del theme.look
    after = theme.stylesheet_url, theme.pattern_url(), theme.pattern_url(dark=True)
    for old, new in zip(before, after, strict=True):
        response = client.get(old)
        assert response.status_code == 302
        assert response.url == new != old


@pytest.mark.parametrize("pk", ["0", "999999", "9" * 30])
def test_an_unknown_theme_is_not_found(client, pk):
    assert client.get(f"/tema/{pk}.abc.css").status_code == 404
