"""Zips that are unpacked: every file by itself, and the zip gone afterwards."""

import zipfile

import pytest

from assets.intake import unpacking
from assets.intake.settling import settle
from assets.models import Asset, FileVersion, Upload
from assets.storages import private_storage
from assets.tasks import check_upload
from core.jobs import TryAgain
from tests.factories.assets import make_file
from tests.factories.images import png_bytes
from tests.s3 import point_at

from ..zip_samples import banner, locked, mode, packed, renamed, shared
from .sending import begin, make_drop, pdf_bytes, rows, send
from .test_antivirus import EICAR, clamd  # noqa: F401 a fixture

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
S = FileVersion.State


@pytest.fixture
def drop(agency):
    return make_drop(agency, unpacks=True, credit="Bo Bureau")


@pytest.fixture
def lay_in(as_agency, django_capture_on_commit_callbacks):
    """Send a zip and let the worker do all that follows; its lines of the list."""

    def make(drop, content: bytes, name: str = "Kampagne.zip") -> dict[str, dict]:
        with django_capture_on_commit_callbacks(execute=True):
            assert send(as_agency, drop, content, name).status_code == 200
        return {row["name"]: row for row in rows(as_agency)}

    return make


def in_storage() -> set[str]:
    """The names of all that was ever on its way in and whose bytes are kept."""
    size_of = private_storage().stored_size
    return {u.name for u in Upload.objects.all() if size_of(u.key) is not None}


def test_every_file_becomes_an_asset_and_the_zip_goes(either_storage, drop, lay_in):
    found = lay_in(
        drop,
        packed(
            ("Tryk/plakat.pdf", pdf_bytes()),
            ("Tryk/", ""),
            ("Skærm/opslag.png", png_bytes()),
            ("__MACOSX/Tryk/._plakat.pdf", "x"),
            ("Tryk/.DS_Store", "x"),
        ),
    )
    assert {name: row["state"] for name, row in found.items()} == {
        "Kampagne.zip": S.READY, "plakat.pdf": S.READY, "opslag.png": S.READY,
    }  # fmt: skip
    assert found["Kampagne.zip"]["notes"] == ["2 af 2 filer er set igennem."]
    assert found["plakat.pdf"]["notes"] == ["Fra Kampagne.zip."]
    assert {asset.title for asset in Asset.objects.all()} == {"Plakat", "Opslag"}
    assert {asset.credit for asset in Asset.objects.all()} == {"Bo Bureau"}
    version = FileVersion.objects.get(filename="plakat.pdf")
    assert b"".join(private_storage().read(version.key)) == pdf_bytes()
    assert in_storage() == {"plakat.pdf", "opslag.png"}


def test_bad_files_stop_no_others(either_storage, drop, lay_in):
    content = packed(
        ("a.pdf", pdf_bytes("a")),
        ("brudt.pdf", pdf_bytes()[:300]),
        ("start.exe", b"MZ"),
        ("tom.pdf", b""),
        ("../ond.pdf", pdf_bytes("ond")),
        (mode("genvej.pdf", 0o120777), "/etc/passwd"),
        ("forkert.png", pdf_bytes("f")),
        ("b.pdf", pdf_bytes("b")),
    )
    found = lay_in(drop, content)
    states = {name: row["state"] for name, row in found.items()}
    assert states.pop("Kampagne.zip") == S.READY
    assert {name for name, state in states.items() if state == S.READY} == {
        "a.pdf", "b.pdf",
    }  # fmt: skip
    for name, words in {
        "brudt.pdf": "kan ikke læses",
        "start.exe": "kan ikke gemmes her",
        "tom.pdf": "er tom",
        "ond.pdf": "”../ond.pdf” i zip-filen er et navn, der ikke går",
        "genvej.pdf": "er en genvej",
        "forkert.png": "er noget andet",
    }.items():
        assert states[name] == S.REJECTED
        assert words in found[name]["notes"][0]
    assert in_storage() == {"a.pdf", "b.pdf"}


@pytest.mark.parametrize("kept", [b"x" * 20, b"y" * 300_000])
def test_a_changed_byte_costs_its_own_file_alone(either_storage, drop, lay_in, kept):
    text = b"Stenalder " + kept
    content = packed(("t.txt", text), ("a.pdf", pdf_bytes()), method=zipfile.ZIP_STORED)
    found = lay_in(drop, content.replace(text, text[:-1] + b"z"))
    assert found["a.pdf"]["state"] == S.READY
    assert found["t.txt"]["state"] == S.REJECTED
    assert "kan ikke læses" in found["t.txt"]["notes"][0]


def test_a_locked_file_is_said_by_its_name(drop, lay_in):
    found = lay_in(drop, locked(packed(("a.pdf", pdf_bytes()), ("b.pdf", b"x"))))
    assert found["a.pdf"]["state"] == S.READY
    assert "låst med adgangskode" in found["b.pdf"]["notes"][0]


def test_an_infected_file_stops_no_others(clamd, drop, lay_in):  # noqa: F811
    found = lay_in(drop, packed(("ond.txt", EICAR), ("a.pdf", pdf_bytes())))
    assert found["a.pdf"]["state"] == S.READY
    assert "skadelig kode" in found["ond.txt"]["notes"][0]


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: shared(packed(("a.js", bytes(10_000_000))), 200), "ligger oven i"),
        (lambda: packed(("a.tif", bytes(250_000_000))), "urimeligt tæt"),
        (lambda: packed(("mappe/", "")), "ingen filer"),
        (
            lambda: packed(*((f"{n}.txt", "x") for n in range(501))),
            "over 500 filer",
        ),
        (lambda: packed(("a.pdf", pdf_bytes()))[:-30], "kan ikke læses"),
        (lambda: banner(("a.php", "")), "hører til"),
    ],
    ids=["overlap", "ratio", "empty", "many", "cut", "banner"],
)
def test_a_zip_that_is_not_unpacked_says_why(drop, lay_in, make, words):
    (row,) = lay_in(drop, make()).values()
    assert row["state"] == S.REJECTED
    assert words in row["notes"][0]
    assert not Asset.objects.exists()
    assert in_storage() == set()


def test_a_zip_without_room_to_unpack_it_says_so(drop, lay_in, monkeypatch):
    monkeypatch.setattr(unpacking, "MAX_BYTES", 100)
    (row,) = lay_in(drop, packed(("a.pdf", pdf_bytes()))).values()
    assert "ikke plads" in row["notes"][0]


def test_a_zip_too_large_to_unpack_is_refused_before_it_is_sent(
    drop, as_agency, monkeypatch
):
    monkeypatch.setattr(unpacking, "LARGEST_COPY", 100)
    answer = begin(as_agency, drop, packed(("a.pdf", pdf_bytes())), "a.zip")
    assert answer.status_code == 422
    assert "pakkes ikke ud" in answer.json()["error"]


def test_a_banner_is_kept_whole(drop, lay_in):
    (row,) = lay_in(drop, banner(("kode.js", "1")), "banner.zip").values()
    assert (row["state"], row["notes"]) == (S.READY, [])
    assert FileVersion.objects.get().filename == "banner.zip"


def test_a_zip_in_the_zip_is_kept_as_it_is(drop, lay_in):
    found = lay_in(drop, packed(("indre.zip", packed(("a.pdf", pdf_bytes())))))
    assert found["indre.zip"]["state"] == S.READY
    assert FileVersion.objects.get().filename == "indre.zip"


def test_without_the_choice_a_zip_stays_a_zip(agency, lay_in):
    (row,) = lay_in(make_drop(agency), packed(("a.pdf", pdf_bytes()))).values()
    assert (row["name"], row["state"]) == ("Kampagne.zip", S.READY)
    assert FileVersion.objects.get().filename == "Kampagne.zip"


def test_files_of_one_name_are_told_apart_by_their_folders(agency, lay_in):
    drop = make_drop(agency, unpacks=True, is_group=True, title="Plakater")
    content = packed(
        ("A3/plakat.pdf", pdf_bytes("3")),
        ("A4/Plakat.pdf", pdf_bytes("4")),
        ("A4/logo.svg", "<svg/>"),
    )
    lay_in(drop, content)
    asset = Asset.objects.get()
    names = {file.current_version.filename for file in asset.files.all()}
    assert names == {"A3 - plakat.pdf", "A4 - Plakat.pdf", "logo.svg"}


@pytest.mark.parametrize(
    ("paths", "kept"),
    [
        (["x?.txt", "X*.txt"], ["x-.txt", "X- (2).txt"]),
        (
            ["a - x.txt", "a/x.txt", "b/x.txt"],
            ["a - x.txt", "a - x (2).txt", "b - x.txt"],
        ),
        (
            [f"{200 * 'm'}/1/x.txt", f"{200 * 'm'}/2/x.txt"],
            [f"{196 * 'm'}.txt", f"{192 * 'm'} (2).txt"],
        ),
    ],
    ids=["cleaned", "joined", "cut"],
)
def test_names_that_become_alike_are_numbered(drop, lay_in, paths, kept):
    found = lay_in(drop, packed(*((path, f"Fra {path}") for path in paths)))
    states = {name: row["state"] for name, row in found.items()}
    assert states == {"Kampagne.zip": S.READY, **dict.fromkeys(kept, S.READY)}


@pytest.mark.parametrize("raw", ["blå".encode(), "blå".encode("cp850") + b"x"])
def test_danish_names_are_read_from_macs_and_old_windows(drop, lay_in, raw):
    plain = b"bla." if len(raw) == 4 else b"blaa"
    content = renamed(packed((f"{plain.decode()}.pdf", pdf_bytes())), plain, raw)
    assert {name[:3] for name in lay_in(drop, content)} == {"blå", "Kam"}


def test_a_file_that_is_here_already_is_said(drop, lay_in):
    make_file(pdf_bytes(), title="Plakat: Stenalderen")
    found = lay_in(drop, packed(("p.pdf", pdf_bytes())))
    assert "”Plakat: Stenalderen”" in found["p.pdf"]["notes"][1]


def test_a_worker_killed_in_the_middle_makes_no_doubles(
    either_storage, drop, as_agency, monkeypatch, django_capture_on_commit_callbacks
):
    class Killed(BaseException):
        pass

    contents = [(f"{n}.pdf", pdf_bytes(str(n))) for n in range(4)]
    with django_capture_on_commit_callbacks():
        send(as_agency, drop, packed(*contents), "a.zip")
    upload = Upload.objects.get()
    receive = unpacking.receive

    def die_at_the_third(member):
        if member.name == "2.pdf":
            # Its object is stored, and no row tells what became of it.
            raise Killed
        return receive(member)

    monkeypatch.setattr(unpacking, "receive", die_at_the_third)
    with (
        django_capture_on_commit_callbacks(execute=True),
        pytest.raises(Killed),
    ):
        check_upload.call(str(upload.pk))
    found = {row["name"]: row["state"] for row in rows(as_agency)}
    assert found == {"a.zip": S.CHECKING, "0.pdf": S.READY, "1.pdf": S.READY}
    monkeypatch.setattr(unpacking, "receive", receive)
    with django_capture_on_commit_callbacks(execute=True):
        check_upload.call(str(upload.pk))
    names = FileVersion.objects.ready().values_list("filename", flat=True)
    assert sorted(names) == ["0.pdf", "1.pdf", "2.pdf", "3.pdf"]
    assert Asset.objects.count() == 4
    assert in_storage() == {"0.pdf", "1.pdf", "2.pdf", "3.pdf"}
    check_upload.call(str(upload.pk))
    assert Asset.objects.count() == 4


def test_storage_that_is_away_is_waited_for(
    s3, settings, drop, as_agency, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks():
        send(as_agency, drop, packed(("a.pdf", pdf_bytes())), "a.zip")
    upload = Upload.objects.get()
    address = settings.S3_ENDPOINT_URL
    point_at(settings, S3_ENDPOINT_URL="http://127.0.0.1:1")
    with pytest.raises(TryAgain):
        settle(upload)
    assert "Lageret svarer ikke" in rows(as_agency)[0]["notes"][0]
    point_at(settings, S3_ENDPOINT_URL=address)
    with django_capture_on_commit_callbacks(execute=True):
        check_upload.call(str(upload.pk))
    assert {row["state"] for row in rows(as_agency)} == {S.READY}


def test_what_is_unpacked_onto_an_asset_that_another_published_is_refused(
    agency, as_agency, django_capture_on_commit_callbacks
):
    file = make_file(pdf_bytes("a"), state=Asset.State.DRAFT, created_by=agency)
    drop = make_drop(agency, asset=file.asset, unpacks=True)
    with django_capture_on_commit_callbacks() as tasks:
        send(as_agency, drop, packed(("b.pdf", pdf_bytes("b"))), "a.zip")
    Asset.objects.update(state=Asset.State.PUBLISHED)
    for task in tasks:
        task()
    found = {row["name"]: row for row in rows(as_agency)}
    assert "Du kan ikke længere" in found["b.pdf"]["notes"][0]
    assert file.asset.files.count() == 1


def test_a_long_list_costs_no_more_queries(
    drop, as_agency, lay_in, django_assert_max_num_queries
):
    lay_in(drop, packed(*((f"{n}.txt", f"Nr. {n}") for n in range(30))))
    with django_assert_max_num_queries(14):
        assert len(rows(as_agency)) == 31
