"""Colours that do not stand out are told, with the nearest that do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.publish_checks import Level
from tests.core.findings import found
from tests.factories.campaigns import CampaignPageFactory
from tests.factories.themes import ThemeFactory
from themes.looks import Look
from themes.looks.colours import contrast
from themes.looks.contrasts import contrasts
from themes.models import Theme

pytestmark = pytest.mark.one_database

COLOURS = st.integers(0, 0xFFFFFF).map("#{:06x}".format)
GREY = {"ground": "#efe6d2", "ink": "#b9b2a3", "button": "#c2452d"}


@given(COLOURS, COLOURS, COLOURS)
def test_the_nearest_colour_always_stands_out(ground, ink, button):
    for one in contrasts(Look(ground, ink, button)):
        assert contrast(one.nearest, ground) >= one.least
        assert one.nearest == one.colour or not one.is_enough


def test_a_colour_that_stands_out_is_its_own_nearest():
    assert all(one.is_enough for one in contrasts(Theme().look))


@pytest.mark.django_db
def test_the_page_of_a_theme_with_weak_colours_asks():
    campaign = CampaignPageFactory(theme=ThemeFactory(**GREY))
    (finding,) = found(campaign)["contrast"]
    assert finding.level == Level.WARNING
    assert finding.place.field == "theme"
    assert finding.message.startswith(
        "Skriftfarven #b9b2a3 står svagt mod bundfarven #efe6d2: 1,6:1, og der skal "
        "4,5:1 til. Den nærmeste farve, der kan ses, er #"
    )


def theme_form(**fields) -> dict:
    return {
        "number": "31",
        "umbrella": "",
        "subtitle": "Havet omkring os",
        "slug": "havet",
        "label": "",
        "state": "announced",
        "starts_on": "27.09.2027",
        "ends_on": "24.10.2027",
        "first_peak_week": "",
        "last_peak_week": "",
        "dates_note": "",
        "motif": "waves",
        "seed": "1",
        **GREY,
        **fields,
    }


@pytest.mark.django_db
def test_a_theme_is_not_announced_in_colours_that_cannot_be_seen(editor_client):
    response = editor_client.post("/admin/themes/new/", theme_form())
    assert list(response.context["form"].errors) == ["ink"]
    nearest = contrasts(Look(**GREY))[0].nearest
    assert f'data-use-colour="{nearest}"' in response.text
    form = theme_form(ink=nearest)
    assert editor_client.post("/admin/themes/new/", form).status_code == 302


@pytest.mark.django_db
def test_a_draft_may_have_any_colours(editor_client):
    form = theme_form(state="draft")
    assert editor_client.post("/admin/themes/new/", form).status_code == 302
    assert (
        "Står svagt"
        in editor_client.get(f"/admin/themes/edit/{Theme.objects.get().pk}/").text
    )


@pytest.mark.django_db
def test_the_dates_of_a_theme_can_be_put_right_whatever_its_colours(editor_client):
    theme = ThemeFactory(**GREY)
    fields = {"number": theme.number, "slug": theme.slug, "subtitle": theme.subtitle}
    form = theme_form(**fields)
    response = editor_client.post(f"/admin/themes/edit/{theme.pk}/", form)
    assert response.status_code == 302
