"""What lies in the private storage, whatever the rows say; and a disk without room."""

import contextlib
import resource
from collections.abc import Iterator

from assets.storages import private_storage


def stored_objects() -> set[str]:
    """The keys of all assets in the private storage."""
    storage = private_storage()
    folders = storage.listdir("assets")[0] if storage.exists("assets") else []
    return {
        f"assets/{folder}/{name}"
        for folder in folders
        for name in storage.listdir(f"assets/{folder}")[1]
    }


@contextlib.contextmanager
def full_disk() -> Iterator[None]:
    """Let this process write no file beyond a megabyte."""
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1024 * 1024, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
