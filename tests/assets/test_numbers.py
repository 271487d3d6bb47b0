"""The numbers of the download log, as the admin shows them."""

from django.urls import reverse

import pytest

from assets.models import Asset, Download
from assets.numbers import never_fetched, numbers_of, with_numbers
from tests.factories.assets import BARE_PDF, add_version, make_file
from tests.factories.libraries import LibraryFactory
from tests.factories.themes import ThemeFactory

from .posts import edit_url

pytestmark = pytest.mark.django_db


def fetched(version, library=None) -> None:
    Download.objects.create(version=version, library=library)


@pytest.fixture
def file():
    """Two versions: one library has both, one has the old one, a stranger the new."""
    file = make_file()
    first = file.current_version
    second = add_version(file, BARE_PDF + b"2")
    both, old = LibraryFactory(), LibraryFactory()
    for version, library in [
        (first, both), (first, old), (first, old), (second, both), (second, None),
    ]:  # fmt: skip
        fetched(version, library)
    return file


def test_a_library_counts_where_its_newest_version_is(file):
    (numbers,) = numbers_of(file.asset)
    rows = [(v.version.number, v.downloads, v.libraries) for v in numbers.versions]
    assert rows == [(2, 2, 1), (1, 3, 1)]
    assert numbers.behind == 1


def test_an_asset_counts_libraries_once(file):
    assert with_numbers(Asset.objects.all()).get().libraries == 2


def test_an_asset_counts_who_fetched_it_in_a_package(file, signed_in, librarian):
    file.asset.theme = ThemeFactory()
    file.asset.save()
    signed_in(librarian).get(reverse("package", args=[file.asset.theme.slug]))
    assert with_numbers(Asset.objects.all()).get().libraries == 3


def test_the_numbers_ask_no_more_for_more_files(file, django_assert_num_queries):
    asset = file.asset
    with django_assert_num_queries(6):
        numbers_of(asset)
    for _n in range(3):
        other = make_file().asset.files.get()
        other.asset = asset
        other.save()
    with django_assert_num_queries(6):
        assert len(numbers_of(asset)) == 4


def test_what_nobody_has_fetched(file):
    unused = make_file(title="Aldrig hentet").asset
    assert list(never_fetched(Asset.objects.all())) == [unused]


def test_the_listing_finds_what_nobody_has_fetched(file, as_editor):
    make_file(title="Ingen kender mig")
    listing = as_editor.get(reverse("assets:index"), {"fetched": "never"})
    assert "Ingen kender mig" in listing.text
    assert file.asset.title not in listing.text


def test_the_edit_page_tells_the_numbers(file, as_editor):
    words = as_editor.get(edit_url(file.asset)).text
    assert "1 bibliotek har kun en ældre udgave." in words


def test_the_listing_asks_no_more_for_more_assets(
    as_editor, django_assert_max_num_queries
):
    make_file()
    url = reverse("assets:index")
    as_editor.get(url)
    with django_assert_max_num_queries(40) as few:
        as_editor.get(url)
    for _n in range(5):
        make_file()
    with django_assert_max_num_queries(len(few)):
        as_editor.get(url)


def test_a_package_counts_for_every_file_in_it(file, signed_in, librarian):
    asset = file.asset
    asset.theme = ThemeFactory()
    asset.save()
    signed_in(librarian).get(reverse("package", args=[asset.theme.slug]))
    (numbers,) = numbers_of(asset)
    rows = [(v.version.number, v.downloads, v.libraries) for v in numbers.versions]
    assert rows == [(2, 3, 2), (1, 3, 1)]


def test_what_was_only_packed_was_fetched(signed_in, librarian):
    asset = make_file(theme=ThemeFactory()).asset
    signed_in(librarian).get(reverse("package", args=[asset.theme.slug]))
    assert not never_fetched(Asset.objects.all()).exists()
