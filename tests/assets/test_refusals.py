"""Files that cannot be used, refused at the form with the sentence that says why."""

from django.urls import reverse

import pytest

from assets.models import Asset, FileVersion

from . import print_samples
from .corpus import ACCEPTED, REFUSED
from .posts import new_asset, upload, upload_errors

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

FORMS = [list(REFUSED)[n : n + 10] for n in range(0, len(REFUSED), 10)]


@pytest.mark.parametrize("cases", FORMS, ids=range(len(FORMS)))
def test_what_cannot_be_used_is_refused_file_by_file(as_editor, cases):
    """Ten bad files and a good one in one form: each says what is wrong with it."""
    uploads = [upload(make(), name) for make, name, _words in map(REFUSED.get, cases)]
    posted = new_asset(*uploads, upload(print_samples.pdf(), "god.pdf"))
    response = as_editor.post(reverse("assets:add"), posted)
    for n, case in enumerate(cases):
        assert (case, REFUSED[case][2] in upload_errors(response, n)) == (case, True)
    assert upload_errors(response, len(cases)).startswith("Vælg filen igen")
    assert not Asset.objects.exists()


def test_what_can_be_used_is_taken(as_editor):
    uploads = [upload(make(), name) for make, name in ACCEPTED.values()]
    response = as_editor.post(reverse("assets:add"), new_asset(*uploads))
    assert response.status_code == 302
    assert FileVersion.objects.ready().count() == len(ACCEPTED)


def test_what_only_forbids_printing_is_taken(as_editor):
    content = print_samples.locked(print_highres=False, print_lowres=False)
    response = as_editor.post(reverse("assets:add"), new_asset(upload(content)))
    assert response.status_code == 302
    assert Asset.objects.count() == 1
