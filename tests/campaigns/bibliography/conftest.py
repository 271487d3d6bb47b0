import pytest

from .catalogue import running


@pytest.fixture
def catalogue(settings):
    """A catalogue that the settings name."""
    with running() as it:
        settings.FBI_API = it.settings()
        settings.COVER_HOSTS = ["127.0.0.1"]
        yield it
