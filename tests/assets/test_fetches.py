"""How often an asset was fetched is noted from the log, for lists to sort by."""

import pytest

from assets.models import Asset, Download
from assets.tasks import count_fetches
from tests.factories.assets import add_version, make_file

pytestmark = pytest.mark.django_db


def noted() -> dict[str, int]:
    count_fetches.call()
    return dict(Asset.objects.values_list("title", "fetched_count"))


def test_every_version_of_every_file_counts():
    file, other = make_file(title="Plakat"), make_file(title="Quiz")
    versions = [file.current_version, add_version(file, b"%PDF-1.4 ny")]
    for version in (*versions, versions[0]):
        Download.objects.create(version=version)
    Download.objects.create(version=None)
    assert noted() == {"Plakat": 3, "Quiz": 0}
    Download.objects.create(version=other.current_version)
    assert noted() == {"Plakat": 3, "Quiz": 1}


def test_a_count_that_is_wrong_is_put_right():
    make_file(title="Plakat")
    Asset.objects.update(fetched_count=9)
    assert noted() == {"Plakat": 0}
