from django.core.cache import cache

import pytest

from cms.settings import base


@pytest.fixture
def limits(settings):
    """The limits of the site itself, which the suite does without."""
    settings.ACCOUNT_RATE_LIMITS = base.ACCOUNT_RATE_LIMITS
    settings.CACHES = {
        "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
    }
    cache.clear()
    yield
    cache.clear()
