"""Releases by real workers: two at once, and one that is killed in the middle."""

import signal

import pytest

from campaigns.models import ReleaseSet, StoryPage
from campaigns.releases import releasing
from tests.factories.campaigns import CampaignPageFactory, StoryPageFactory
from tests.factories.releases import make_release
from tests.factories.users import UserFactory
from tests.processes import process, wait_until

pytestmark = pytest.mark.django_db(transaction=True)

# Tells when the first page is out, and waits until it is let go on.
RELEASE = """
import django, pathlib, sys, time
django.setup()
from wagtail.signals import page_published
from campaigns.releases.releasing import release
said, go = map(pathlib.Path, sys.argv[2:4])
def wait(**kwargs):
    said.touch()
    while not go.exists():
        time.sleep(0.02)
page_published.connect(wait, weak=False)
print("RELEASED" if release(int(sys.argv[1])) else "LEFT")
"""


@pytest.fixture
def release():
    campaign = CampaignPageFactory()
    pages = [StoryPageFactory(parent=campaign, live=False) for _ in range(2)]
    return make_release(*pages, approved_by=UserFactory())


def command(release, said, go) -> list[str]:
    return ["-c", RELEASE, str(release.pk), str(said), str(go)]


def test_a_worker_killed_in_the_middle_leaves_nothing_out(tmp_path, release):
    said, go = tmp_path / "half", tmp_path / "go"
    with process(*command(release, said, go), var=tmp_path) as worker:
        wait_until(said.exists, "the first page is out")
        worker.send_signal(signal.SIGKILL)
        worker.wait()
    assert StoryPage.objects.live().count() == 0
    assert releasing.release(release.pk)
    assert StoryPage.objects.live().count() == 2


def test_of_two_workers_at_once_one_releases(tmp_path, release):
    said, go = tmp_path / "half", tmp_path / "go"
    first, second = tmp_path / "first.txt", tmp_path / "second.txt"
    with process(*command(release, said, go), var=tmp_path, said=first) as one:
        wait_until(said.exists, "the first worker is in the middle")
        with process(*command(release, said, go), var=tmp_path, said=second) as two:
            go.touch()
            assert (one.wait(60), two.wait(60)) == (0, 0)
    words = sorted(path.read_text().split()[-1] for path in (first, second))
    assert words == ["LEFT", "RELEASED"]
    published = [page.revisions.count() for page in StoryPage.objects.live()]
    assert published == [1, 1]
    assert ReleaseSet.objects.get().is_released
