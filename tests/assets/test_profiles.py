"""What lists know of an asset's files follows every change of them."""

import pytest

from assets.browsing.profiles import refresh_all_profiles
from assets.models import Asset, AssetProfile, FileVersion
from assets.tasks import mend_profiles, refresh_profiles_of_format
from tests.factories.assets import (
    AssetFactory,
    AssetFileFactory,
    FormatFactory,
    add_version,
    make_file,
)

pytestmark = pytest.mark.django_db


def words(asset: Asset) -> set[str]:
    profile = Asset.objects.select_related("profile").get(pk=asset.pk).profile
    return set(profile.words.split()) if profile else set()


def test_a_file_is_known_by_its_use_language_and_size():
    file = AssetFileFactory(format=FormatFactory(), purpose="print_shop")
    assert words(file.asset) == set()
    add_version(file)
    assert words(file.asset) == {
        "til:print_shop", "sprog:da", "format:plakat-a3", "maal:a3",
    }  # fmt: skip


def test_measures_of_the_file_go_before_those_of_its_format():
    file = AssetFileFactory(format=FormatFactory())
    version = add_version(file)
    version.width_mm, version.height_mm = 210, 297
    version.save()
    assert "maal:a4" in words(file.asset)


def test_a_file_that_goes_is_forgotten():
    asset = AssetFactory()
    keep, gone = (AssetFileFactory(asset=asset, purpose=p) for p in ("edit", "screen"))
    add_version(keep)
    add_version(gone)
    gone.current_version = None
    gone.save()
    gone.versions.all().delete()
    gone.delete()
    assert words(asset) == {"til:edit", "sprog:da"}


def test_assets_with_files_alike_share_one_profile():
    for _n in range(3):
        make_file()
    assert AssetProfile.objects.filter(assets__isnull=False).distinct().count() == 1


@pytest.mark.parametrize(
    ("width", "height", "size"),
    [
        (55, 200, "u-a5"),
        (148, 210, "a5"),
        (300, 300, "a3"),
        (420, 594, "a2"),
        (6000, 800, "stor"),
    ],
)
def test_a_sheet_counts_as_the_one_it_is_nearest(width, height, size):
    form = FormatFactory(slug="andet", width_mm=width, height_mm=height)
    file = AssetFileFactory(format=form)
    add_version(file)
    assert f"maal:{size}" in words(file.asset)


def test_a_format_that_is_changed_changes_what_lists_know():
    form = FormatFactory()
    file = AssetFileFactory(format=form)
    add_version(file)
    form.width_mm, form.height_mm = 841, 1189
    form.save()
    refresh_profiles_of_format.call(form.pk)
    assert "maal:stor" in words(file.asset)


def test_what_was_changed_past_the_signals_is_mended_at_night():
    file = make_file()
    FileVersion.objects.update(print_ready=True)
    assert "trykklar:ja" not in words(file.asset)
    mend_profiles.call()
    assert "trykklar:ja" in words(file.asset)
    assert refresh_all_profiles() == 0
