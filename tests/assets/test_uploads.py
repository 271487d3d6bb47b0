"""What becomes of an upload: a new object first, then the switch."""

from concurrent.futures import ThreadPoolExecutor
from io import BytesIO

from django.core.exceptions import ValidationError
from django.db import connection

import pytest

from assets.storages import STORAGE_ERRORS
from assets.uploads import check_upload, store
from tests.factories.assets import BARE_PDF, AssetFileFactory, add_version, make_file

from .objects import full_disk, stored_objects

pytestmark = pytest.mark.django_db

SECOND = BARE_PDF + b"rettet"


def test_each_version_lies_under_a_random_key_of_its_own():
    file = make_file()
    first, second = file.current_version, add_version(file, SECOND)
    assert first.key != second.key
    assert file.public_id not in second.key
    assert "plakat" not in second.key
    assert (first.number, second.number) == (1, 2)


def test_the_version_notes_what_was_measured_and_who_sent_it(librarian):
    version = add_version(
        AssetFileFactory(), SECOND, "C:\\mine\\Plakat.PDF", user=librarian, note="dato"
    )
    assert (version.filename, version.size) == ("Plakat.PDF", len(SECOND))
    assert version.content_type == "application/pdf"
    assert (version.uploaded_by, version.note) == (librarian, "dato")


def test_the_same_bytes_are_refused_by_the_number_that_they_have():
    file = make_file()
    with pytest.raises(ValidationError, match="samme fil som version 1"):
        check_upload(BytesIO(BARE_PDF), "andet-navn.pdf", len(BARE_PDF), file)


def test_a_disk_that_fills_leaves_the_old_version_and_nothing_half():
    file = make_file()
    before = stored_objects()
    with full_disk(), pytest.raises(STORAGE_ERRORS):
        add_version(file, SECOND + bytes(2 * 1024 * 1024))
    file.refresh_from_db()
    assert file.current_version.number == 1
    assert stored_objects() == before


@pytest.mark.django_db(transaction=True)
def test_uploads_at_once_take_a_number_each():
    file = make_file()

    def send(n):
        try:
            return store(BytesIO(BARE_PDF + b"%d" % n), "p.pdf", target=file).number
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as threads:
        assert sorted(threads.map(send, range(4))) == [2, 3, 4, 5]
    file.refresh_from_db()
    assert file.current_version.number == 5
