"""What lies in the private storage, whatever the rows say."""

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
