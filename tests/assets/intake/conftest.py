"""The two storages, and the worker that runs when a test says so."""

import pytest

from assets.models import FileVersion, Upload

from .sending import make_drop, send

MB = 1024 * 1024


@pytest.fixture(params=["disk", "s3"])
def either_storage(request, settings):
    """Disk and a real S3, with the smallest parts that S3 takes."""
    settings.ASSET_PART_SIZE = 5 * MB
    if request.param == "s3":
        request.getfixturevalue("s3")
    return request.param


@pytest.fixture
def settled(django_capture_on_commit_callbacks, as_agency, agency):
    """Send a file as the agency, let the worker check it, and return its version."""

    def make(content: bytes, name: str, client=as_agency, owner=agency, **fields):
        drop = fields.pop("drop", None) or make_drop(owner, **fields)
        with django_capture_on_commit_callbacks(execute=True):
            answer = send(client, drop, content, name)
        assert answer.status_code == 200, answer.content
        return FileVersion.objects.get(
            upload=Upload.objects.get(pk=answer.json()["id"])
        )

    return make
