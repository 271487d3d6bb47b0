"""``manage.py import_assets FOLDER``: a line a file, and none stops another."""

import os

from django.core.management import CommandError, call_command

import pytest

from assets.models import Asset, FileVersion
from tests.factories.assets import make_file

from .sending import pdf_bytes

pytestmark = pytest.mark.django_db


@pytest.fixture
def run(capsys):
    def call(folder) -> list[str]:
        call_command("import_assets", str(folder))
        return capsys.readouterr().out.splitlines()

    return call


def test_every_file_gets_a_line(tmp_path, run, django_capture_on_commit_callbacks):
    (tmp_path / "under").mkdir()
    (tmp_path / "plakat.pdf").write_bytes(pdf_bytes())
    (tmp_path / "under" / "kopi.pdf").write_bytes(pdf_bytes())
    (tmp_path / "brudt.pdf").write_bytes(pdf_bytes()[:300])
    (tmp_path / "tom.pdf").touch()
    (tmp_path / "virus.exe").write_bytes(b"MZ")
    (tmp_path / "genvej.pdf").symlink_to(tmp_path / "plakat.pdf")
    lines = run(tmp_path)
    assert [line.split()[:2] for line in lines] == [
        ["rejected", "brudt.pdf"],
        ["rejected", "genvej.pdf"],
        ["ready", "plakat.pdf"],
        ["rejected", "tom.pdf"],
        ["rejected", "virus.exe"],
        ["duplicate", "under/kopi.pdf"],
    ]
    assert "”Plakat”" in lines[5]
    version = FileVersion.objects.ready().get()
    assert version.has_preview
    assert version.file.asset.state == Asset.State.DRAFT


def test_said_again_it_takes_in_nothing(tmp_path, run):
    (tmp_path / "plakat.pdf").write_bytes(pdf_bytes())
    run(tmp_path)
    assert run(tmp_path)[0].startswith("duplicate plakat.pdf")
    assert Asset.objects.count() == 1


def test_a_file_that_is_here_by_another_way_is_named(tmp_path, run):
    make_file(pdf_bytes(), title="Plakat: Stenalderen")
    (tmp_path / "p.pdf").write_bytes(pdf_bytes())
    assert "”Plakat: Stenalderen”" in run(tmp_path)[0]


@pytest.mark.parametrize(
    "name", [b"linje\nskift.pdf", b"\xff\xfe.pdf", b"CON.pdf", b"r\xe2\x80\xaefdp.pdf"]
)
def test_names_of_all_kinds_stay_on_their_line(tmp_path, run, name):
    with open(os.path.join(os.fsencode(tmp_path), name), "wb") as file:
        file.write(pdf_bytes())
    (line,) = run(tmp_path)
    assert line.startswith("ready ")


def test_no_folder_is_said(tmp_path):
    with pytest.raises(CommandError, match="ingen mappe"):
        call_command("import_assets", str(tmp_path / "nowhere"))


def test_it_imports_to_s3_too(s3, tmp_path, run):
    (tmp_path / "plakat.pdf").write_bytes(pdf_bytes())
    assert run(tmp_path) == ["ready plakat.pdf"]


def test_what_a_killed_command_left_is_finished_and_not_taken_in_twice(
    tmp_path, run, monkeypatch
):
    (tmp_path / "plakat.pdf").write_bytes(pdf_bytes())
    with monkeypatch.context() as killed:
        killed.setattr("assets.intake.importing.check_upload", None)
        with pytest.raises(AttributeError):
            run(tmp_path)
    assert FileVersion.objects.get().state == FileVersion.State.RECEIVED
    assert run(tmp_path)[0].startswith("duplicate plakat.pdf")
    assert FileVersion.objects.get().state == FileVersion.State.READY
