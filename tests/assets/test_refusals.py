"""Files that cannot be used, refused at the form with the sentence that says why."""

from django.urls import reverse

import pytest

from assets.models import Asset

from . import print_samples, samples
from .posts import new_asset, upload, upload_errors

pytestmark = pytest.mark.django_db

REFUSED = [
    (print_samples.with_password(), "plakat.pdf", "kun åbnes med en adgangskode"),
    (b"%PDF-1.4\n" + b"stenalder " * 99, "plakat.pdf", "kan ikke læses"),
    (samples.picture("PNG")[:60], "a.png", "kan ikke læses"),
    (samples.picture("JPEG", size=(600, 400))[:900], "a.jpg", "kan ikke læses"),
    (b"GIF89a", "a.gif", "kan ikke læses"),
    (samples.gif_of(1, 0, 10), "a.gif", "kan ikke læses"),
    (samples.gif_of(10_000), "a.gif", "for mange billeder"),
    (samples.header_png(50_000, 50_000), "a.png", "flere pixel, end vi kan vise"),
]


@pytest.mark.parametrize(("content", "name", "words"), REFUSED, ids=range(len(REFUSED)))
def test_what_cannot_be_used_is_refused(as_editor, content, name, words):
    fine = upload(print_samples.pdf(), "god.pdf")
    posted = new_asset(upload(content, name), fine)
    response = as_editor.post(reverse("assets:add"), posted)
    assert words in upload_errors(response, 0)
    assert upload_errors(response, 1).startswith("Vælg filen igen")


def test_what_only_forbids_printing_is_taken(as_editor):
    content = print_samples.locked(print_highres=False, print_lowres=False)
    response = as_editor.post(reverse("assets:add"), new_asset(upload(content)))
    assert response.status_code == 302
    assert Asset.objects.count() == 1
