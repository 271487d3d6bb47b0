"""Metadata out to a spreadsheet and back: seen before it is saved, all or nothing."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

import pytest

from assets.models import Asset
from tests.factories.assets import AssetFactory, LicenceFactory
from tests.factories.themes import ThemeFactory

pytestmark = pytest.mark.django_db
URL = "/admin/laeg-filer-op/regneark/"


def choose(client, text: str, encoding: str = "cp1252"):
    file = SimpleUploadedFile("m.csv", text.encode(encoding), "text/csv")
    return client.post(URL, {"file": file})


def say_yes(client, answer):
    return client.post(URL, {"token": answer.context["token"]})


@pytest.fixture
def asset():
    return AssetFactory(title="Plakat: Ålen", credit="Før", licence=LicenceFactory())


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8-sig", "utf-16"])
def test_a_file_is_shown_and_then_saved(as_editor, asset, encoding):
    theme = ThemeFactory()
    text = (
        "Adresse;Titel;Kreditering;Tema;Emneord;Bruges til;Hvem må hente\r\n"
        f"{asset.slug};Plakat: Øl;;{theme.slug};øl, å;31.12.2026;alle\r\n"
    )
    answer = choose(as_editor, text, encoding)
    assert "Plakat: Øl" in answer.content.decode()
    asset.refresh_from_db()
    assert asset.title == "Plakat: Ålen"
    say_yes(as_editor, answer)
    asset = Asset.objects.get()
    assert (asset.title, asset.credit, asset.theme) == ("Plakat: Øl", "Før", theme)
    assert {tag.name for tag in asset.tags.all()} == {"øl", "å"}
    assert (asset.usable_until.isoformat(), asset.access) == ("2026-12-31", 0)


def test_what_is_exported_changes_nothing_when_it_comes_back(as_editor, asset):
    AssetFactory(title="=2+2", summary="Linje\nto", tags=[])
    exported = b"".join(as_editor.get(reverse("drops:export_sheet")))
    answer = choose(as_editor, exported.decode("utf-8"), "utf-8")
    assert answer.context["plan"].unchanged == 2
    assert not answer.context["plan"].changes


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ("slags;maleri", "findes ikke"),
        ("bruges fra;i går", "ingen dato"),
        ("tema;ukendt", "findes ikke"),
        ("titel;" + "a" * 151, "150"),
    ],
)
def test_a_cell_that_makes_no_sense_is_named_and_nothing_saved(
    as_editor, asset, cells, words
):
    heading, value = cells.split(";")
    other = AssetFactory()
    text = f"adresse;{heading}\n{asset.slug};{value}\n{other.slug};\n"
    answer = choose(as_editor, text)
    assert answer.status_code == 422
    (problem,) = answer.context["plan"].problems
    assert (problem.line, problem.column) == (2, heading)
    assert words in problem.text
    assert not answer.context["token"]


def test_the_agency_changes_its_own_drafts_alone(as_agency, agency, asset):
    own = AssetFactory(state=Asset.State.DRAFT, created_by=agency)
    text = f"adresse;titel\n{asset.slug};Vores\n{own.slug};Vores\n"
    (problem,) = choose(as_agency, text).context["plan"].problems
    assert problem.line == 2
    exported = b"".join(as_agency.get(reverse("drops:export_sheet"))).decode()
    assert own.slug in exported
    assert asset.slug not in exported


@pytest.mark.parametrize(
    "text", ["", "titel\nx\n", "adresse;adresse\na;b\n", 'adresse;titel\na;"b\n', "\0"]
)
def test_what_is_no_sheet_is_said_at_the_field(as_editor, text):
    answer = choose(as_editor, text)
    assert answer.status_code == 422
    assert answer.context["form"].errors["file"]


def test_who_may_upload_nothing_is_not_let_in(signed_in, librarian):
    assert signed_in(librarian).get(URL).status_code in (302, 403)
