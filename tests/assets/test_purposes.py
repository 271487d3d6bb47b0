"""The page of an asset offers its files by what they are to be used for."""

import pytest

from assets.models import Asset
from tests.factories.assets import (
    AssetFactory,
    AssetFileFactory,
    FormatFactory,
    add_version,
    make_file,
)
from tests.factories.themes import ThemeFactory

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


def add(asset, name: str, purpose: str, *, ready=None, **fields):
    file = AssetFileFactory(asset=asset, name=name, purpose=purpose, **fields)
    version = add_version(file)
    version.print_ready = ready
    version.save()
    return file


def offered(client, asset) -> list[tuple[str, str, list[str]]]:
    purposes = client.get(asset.get_absolute_url()).context["purposes"]
    return [(p.title, p.best.name, [o.name for o in p.others]) for p in purposes]


def test_the_print_ready_file_and_the_a4_are_recommended(client):
    asset = AssetFactory()
    a3, a4 = (FormatFactory(slug=s, width_mm=w, height_mm=h, bleed_mm=3)
              for s, w, h in (("a3", 297, 420), ("a4", 210, 297)))  # fmt: skip
    add(asset, "Print A3", "print_self", format=a3)
    add(asset, "Print A4", "print_self", format=a4)
    add(asset, "Tryk, ikke klar", "print_shop", format=a3)
    add(asset, "Tryk, klar", "print_shop", format=a3, ready=True)
    assert offered(client, asset) == [
        ("Til trykkeren", "Tryk, klar", ["Tryk, ikke klar"]),
        ("Print selv", "Print A4", ["Print A3"]),
    ]


def test_posts_stand_by_network(client):
    asset = AssetFactory(kind=Asset.Kind.BANNER)
    for name in ("Instagram", "Facebook"):
        form = FormatFactory(slug=name.lower(), name=name)
        add(asset, name, "social", format=form)
    assert [title for title, *_rest in offered(client, asset)] == [
        "Til Facebook",
        "Til Instagram",
    ]


def test_a_graphic_package_stands_by_what_its_files_are(client):
    asset = AssetFactory(kind=Asset.Kind.GRAPHIC_PACKAGE)
    for role in ("", "manual", "logo"):
        add(asset, role or "andet", "edit", role=role)
    titles = [title for title, *_rest in offered(client, asset)]
    assert titles == ["Logo", "Manual", "Andet i pakken"]


def test_a_file_in_the_readers_language_goes_first(client):
    asset = AssetFactory()
    add(asset, "English", "screen", language="en")
    add(asset, "Dansk", "screen", language="da")
    assert offered(client, asset) == [("Til skærm", "Dansk", ["English"])]


def test_the_series_has_the_nearest_of_the_campaign_first(client):
    theme = ThemeFactory()
    asset = make_file(title="Denne", theme=theme).asset
    film = make_file(title="Film", theme=theme, kind=Asset.Kind.FILM).asset
    make_file(title="Andet tryk", theme=theme)
    make_file(title="Anden kampagne")
    make_file(title="Kladde", theme=theme, state=Asset.State.DRAFT)
    for each in (asset, film):
        each.tags.add("flint")
        each.save()
    context = client.get(asset.get_absolute_url()).context
    assert [s.title for s in context["siblings"]] == ["Film", "Andet tryk"]
    assert context["series_count"] == 3
