"""A real S3 server for the tests that ask for it, started once a test process."""

from collections.abc import Iterator

import pytest

from bin.s3server import S3Server, s3_server


@pytest.fixture(scope="session")
def s3_process(tmp_path_factory) -> Iterator[S3Server]:
    """The server itself; nothing is pointed at it."""
    with s3_server(tmp_path_factory.mktemp("s3")) as server:
        yield server


@pytest.fixture
def s3(s3_process, settings, monkeypatch) -> S3Server:
    """The server, with the site's files on it as if the environment had said so."""
    for name, value in s3_process.environment.items():
        # The keys are read from the environment alone: they never stand in settings.
        if name.startswith("AWS_"):
            monkeypatch.setenv(name, value)
        else:
            setattr(settings, name, value)
    settings.FILES_ON_S3 = True
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {"BACKEND": "assets.storages.PrivateS3Storage"},
        "public": {"BACKEND": "assets.storages.PublicS3Storage"},
    }
    return s3_process


def point_at(settings, **values: str) -> None:
    """Point the site's storages at another address, as a restart would."""
    for name, value in values.items():
        setattr(settings, name, value)
    # Setting it, even to the same, makes Django build the storages anew.
    settings.STORAGES = dict(settings.STORAGES)
