"""Formats are measured one way, and say in Danish what is wrong with them."""

from django.core.exceptions import ValidationError
from django.urls import reverse

import pytest

from assets.models import Format
from tests.factories.assets import AssetFileFactory, FormatFactory

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

A3 = {"width_mm": 297, "height_mm": 420}
HD = {"width_px": 1920, "height_px": 1080}


@pytest.mark.parametrize(
    ("fields", "field", "words"),
    [
        ({**A3, **HD}, "width_px", "enten i mm eller i pixel"),
        ({"width_mm": 297}, "height_mm", "både bredde og højde"),
        ({"width_mm": 0, "height_mm": 0}, "width_mm", "mindst 1"),
        ({"width_mm": 90_000, "height_mm": 1}, "width_mm", "20.000"),
        ({**A3, "bleed_mm": 99}, "bleed_mm", "plejer at være 3 mm"),
        ({**A3, "max_kb": 0}, "max_kb", "mindst 1"),
        ({**A3, "max_seconds": 9}, "max_seconds", "bevæger sig ikke"),
        (HD, "medium", "Tryk måles i mm"),
        ({**HD, "medium": "screen", "bleed_mm": 3}, "bleed_mm", "Kun tryk"),
    ],
)
def test_a_format_that_cannot_be_is_refused(fields, field, words):
    with pytest.raises(ValidationError) as error:
        Format(name="Plakat", **fields).full_clean()
    assert words in " ".join(error.value.message_dict[field])


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {**A3, "bleed_mm": 3},
        {**HD, "medium": "screen", "max_kb": 150, "max_seconds": 30},
    ],  # fmt: skip
)
def test_a_format_of_one_measure_is_right(fields):
    Format(name="Plakat", **fields).full_clean()


def test_an_editor_adds_a_format_and_the_address_is_made_of_its_name(admin_client):
    FormatFactory(name="Plakat på væg", slug="plakat-paa-vaeg")
    posted = {"name": "Plakat på væg", "medium": "print", "bleed_mm": "3",
              "width_mm": "500", "height_mm": "700"}  # fmt: skip
    response = admin_client.post(reverse("formats:add"), posted)
    assert response.status_code == 302
    made = Format.objects.get(width_mm=500)
    assert (made.slug, made.limits) == ("plakat-paa-vaeg-2", "3 mm beskæring")
    assert "3 mm beskæring" in admin_client.get(reverse("formats:index")).text


def test_a_format_that_files_have_stays(admin_client):
    form = FormatFactory()
    AssetFileFactory(format=form)
    url = reverse("formats:delete", args=[form.pk])
    response = admin_client.post(url, follow=True)
    assert response.status_code == 200
    assert Format.objects.filter(pk=form.pk).exists()
