"""Debian's Chromium, driven by Playwright."""

import os
import shutil

import pytest
from playwright.sync_api import expect

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")

# Playwright keeps an event loop in the thread of the test, where Django then refuses
# its ORM; nothing here runs in that loop.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

# The machine may be busy: five seconds, the default, tell of that and not of the site.
expect.set_options(timeout=20_000)


@pytest.fixture(scope="session")
def browser_type_launch_args():
    if CHROMIUM is None:
        pytest.skip("Chromium: no chromium on the PATH")
    return {
        "executable_path": CHROMIUM,
        "args": ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
    }


@pytest.fixture(scope="session")
def browser_context_args():
    return {
        "locale": "da-DK",
        "viewport": {"width": 1440, "height": 1000},
        # Where it is not what is tested, it only takes time.
        "service_workers": "block",
    }
