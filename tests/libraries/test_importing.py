import time
from io import StringIO
from pathlib import Path

from django.core.management import CommandError, call_command

import pytest

from core.csv_files import UnreadableFile
from libraries.importing import plan_import, save_import
from libraries.models import Library, Region
from tests.factories.libraries import LibraryFactory, RegionFactory

pytestmark = pytest.mark.django_db
REGISTER = Path(__file__).parents[2] / "home/demo/libraries.csv"


def imported(text: str):
    plan = plan_import(text.encode())
    assert plan.errors == []
    save_import(plan)
    return plan


def errors_of(text: str):
    return [(e.line, e.column, e.text) for e in plan_import(text.encode()).errors]


def test_the_98_municipalities_come_in_and_stay_as_they_are():
    plan = plan_import(REGISTER.read_bytes())
    assert not Library.objects.exists()
    save_import(plan)
    assert len(plan.new) == Library.objects.count() == 98
    assert Library.objects.central().count() == 6
    assert Library.objects.get(municipality="Rebild").region_is_assumed
    assert not Library.objects.get(municipality="Vejle").region_is_assumed
    again = plan_import(REGISTER.read_bytes())
    assert (again.new, again.changed, again.unchanged) == ([], [], 98)


def test_a_library_without_a_name_gets_a_neutral_one():
    imported("isil;kommune\nDK-1;København\nDK-2;Bornholm\nDK-3;Læsø\n")
    assert [library.name for library in Library.objects.order_by("isil")] == [
        "Bibliotekerne i Københavns Kommune",
        "Bibliotekerne i Bornholms Regionskommune",
        "Bibliotekerne i Læsø Kommune",
    ]
    assert Library.objects.get(isil="DK-3").slug == "bibliotekerne-i-laesoe-kommune"


def test_the_same_isil_changes_the_library_and_empty_cells_change_nothing():
    library = LibraryFactory(isil="DK-785100", phone="12 34", note="gem")
    plan = imported("isil;telefon;note\ndk-785100;+45 99 31 43 00;\n")
    library.refresh_from_db()
    assert library.phone == "+45 99 31 43 00"
    assert library.note == "gem"
    assert plan.changed[0][1] == {"phone": ("12 34", "+45 99 31 43 00")}


def test_a_part_of_the_country_is_known_in_lower_case_too():
    imported("isil;kommune;landsdel\nDK-1;Odense;fyn\n")
    assert Library.objects.get().area == "Fyn"


def test_a_guess_never_overwrites_what_is_confirmed():
    vejle = RegionFactory(name="Vejle")
    LibraryFactory(isil="DK-1", region=vejle)
    plan = imported("isil,centralbibliotek_eksempel\nDK-1,Aalborg\n")
    assert plan.unchanged == 1
    imported("isil,centralbibliotek\nDK-1,Aalborg\n")
    library = Library.objects.get()
    assert (library.region.name, library.region_is_assumed) == ("Aalborg", False)


def test_two_central_libraries_can_swap():
    a = LibraryFactory(isil="DK-1", region__name="Aalborg", is_central=True)
    b = LibraryFactory(isil="DK-2", region__name="Vejle", is_central=True)
    imported(
        "isil;centralbibliotek;er centralbibliotek\nDK-1;Vejle;ja\nDK-2;Aalborg;ja\n"
    )
    assert Region.objects.get(name="Vejle").central_library == a
    assert Region.objects.get(name="Aalborg").central_library == b


@pytest.mark.parametrize(
    ("text", "line", "column", "part"),
    [
        ("isil;kommune\n;Rebild\n", 2, "isil", "ISIL mangler"),
        ("isil;kommune\n123;Rebild\n", 2, "isil", "er ikke et ISIL"),
        ("isil;kommune\nDK-;Rebild\n", 2, "isil", "er ikke et ISIL"),
        ("isil;kommune;landsdel\nDK-1;A;Fyn\nDK-2;B;Skåne\n", 3, "landsdel", "Skåne"),
        ("isil;kommune\nDK-1;A\n\ndk-1;B\n", 4, "isil", "står også i linje 2"),
        ("isil;navn\nDK-1;A\n", 2, "kommune", "tomt"),
        ("isil;kommune;mail\nDK-1;A;b\n", 2, "e-mail", "e-mail"),
        ("isil;kommune;hjemmeside\nDK-1;A;b c\n", 2, "hjemmeside", "URL"),
        ("isil;kommune;aktiv\nDK-1;A;måske\n", 2, "med", "ja eller nej"),
        (
            "isil;kommune;centralbibliotek\nDK-1;A;Skagen\n",
            2,
            "centralbibliotek",
            "Skagen er ikke et centralbibliotek. Det er Aalborg",
        ),
        (
            "isil;kommune;er centralbibliotek\nDK-1;A;ja\n",
            2,
            "centralbibliotek",
            "skal have et område",
        ),
        (
            "isil;kommune;centralbibliotek;er centralbibliotek\n"
            "DK-1;A;Vejle;ja\nDK-2;B;Vejle;ja\n",
            3,
            "er centralbibliotek",
            "to centralbiblioteker",
        ),
    ],
)
def test_an_error_says_line_column_and_what(text, line, column, part):
    found = errors_of(text)
    assert (found[0][0], found[0][1]) == (line, column)
    assert part in found[0][2]


def test_one_error_saves_nothing():
    plan = plan_import(b"isil;kommune\nDK-1;A\n123;B\n")
    assert len(plan.new) == 1
    with pytest.raises(ValueError, match="errors"):
        save_import(plan)
    assert not Library.objects.exists()


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("navn;kommune\nA;B\n", "mangler en overskrift med navnet isil"),
        ("isil;biblioteksnummer\nDK-1;DK-1\n", "betyder det samme"),
    ],
)
def test_headings_that_cannot_be_used(text, part):
    with pytest.raises(UnreadableFile, match=part):
        plan_import(text.encode())


def test_unknown_columns_are_named():
    assert plan_import(b"isil;kommune;farve\nDK-1;A;x\n").ignored_columns == ["farve"]


def test_twenty_thousand_rows_are_planned_and_saved():
    rows = "\n".join(f"DK-{n};Kommune {n};Vejle" for n in range(20_000))
    started = time.monotonic()
    imported(f"isil;kommune;centralbibliotek\n{rows}\n")
    assert Library.objects.count() == 20_000
    assert time.monotonic() - started < 60


def test_planning_asks_the_same_of_the_database_for_any_size(
    django_assert_max_num_queries,
):
    save_import(plan_import(REGISTER.read_bytes()))
    with django_assert_max_num_queries(3):
        plan_import(REGISTER.read_bytes())


def test_the_command_says_what_it_did():
    out = StringIO()
    call_command("import_libraries", REGISTER, dry_run=True, stdout=out)
    assert not Library.objects.exists()
    call_command("import_libraries", REGISTER, stdout=out)
    assert out.getvalue().splitlines()[1] == "98 nye, 0 ændrede, 0 uændrede"


def test_the_command_refuses_a_file_with_errors(tmp_path):
    file = tmp_path / "fejl.csv"
    file.write_text("isil;kommune\n123;B\n")
    err = StringIO()
    with pytest.raises(CommandError, match="1 fejl; intet er gemt"):
        call_command("import_libraries", file, stderr=err)
    assert err.getvalue().startswith("linje 2, isil: ")
    with pytest.raises(CommandError):
        call_command("import_libraries", tmp_path / "findes-ikke.csv")
