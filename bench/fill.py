"""What the questions need beyond the demo content; runs inside the site.

``python -m bench.fill`` writes the addresses to ask for as JSON.
"""

import json
import os
import sys
from itertools import cycle, islice

import django

BLOCKS = 40
HUGE = 2 * 10**9


def campaign_address() -> str:
    """Make the longest campaign page one of 40 blocks, all of its own kinds."""
    from campaigns.models import CampaignPage

    pages = CampaignPage.objects.live().filter(locale__language_code="da")
    page = max(pages, key=lambda page: len(page.body))
    blocks = [(block.block_type, block.value) for block in page.body]
    # The big button may stand once.
    again = [block for block in blocks if block[0] != "call_to_action"]
    page.body = [*blocks, *islice(cycle(again), BLOCKS)][:BLOCKS]
    page.save_revision().publish()
    return page.url


def file_address() -> str:
    """The smallest file that everyone may fetch."""
    from assets.models import AssetFile
    from assets.permissions import Audience

    files = AssetFile.objects.filter(
        asset__access=Audience.ANYONE, current_version__state="ready"
    )
    return files.order_by("current_version__size").first().get_absolute_url()


def huge_address() -> str:
    """An open file that is made 2 GB long, of nothing but holes."""
    from django.core.files.storage import storages

    from assets.models import AssetFile, FileVersion
    from assets.permissions import Audience

    files = AssetFile.objects.filter(
        asset__access=Audience.ANYONE, current_version__state="ready"
    )
    file = files.order_by("current_version__size").last()
    version = file.current_version
    os.truncate(storages["default"].path(version.key), HUGE)
    FileVersion.objects.filter(pk=version.pk).update(size=HUGE)
    return file.get_absolute_url()


def main() -> None:
    """Draw what the worker would draw, fill in, and say where."""
    django.setup()
    # Only now can the apps be imported.
    from core.jobs import run_queued

    from .forms import fill

    addresses = {"campaign": campaign_address(), "file": file_address(), **fill()}
    run_queued("bench")
    addresses["huge"] = huge_address()
    json.dump(addresses, sys.stdout)


if __name__ == "__main__":
    main()
