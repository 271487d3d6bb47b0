"""Try at a new place what the site will ask of its buckets: ``check --tag storage``.

A few small objects are written, fetched in every way that the site and browsers do, and
removed. What a bucket refuses, or lets strangers do, is told by name.
"""

import base64
import hashlib
import time
import uuid
from collections.abc import Callable, Iterator
from typing import Any

from django.conf import settings
from django.core import checks

import urllib3
from botocore.exceptions import ClientError

from ..parts import PartsMissing
from ..storages import STORAGE_ERRORS, private_storage, public_storage

TAG = "storage"
CONTENT = b"Temasamarbejde proever lageret.\n" * 64
# Seconds: as S3's own client here, and no more tries than one.
PATIENCE = urllib3.Timeout(connect=2, read=10)
OTHER_TYPE = "application/x-temasamarbejde"


class Refused(Exception):
    """A bucket does not do as the site needs; the message says what it did."""


FAULTS = (Refused, PartsMissing, urllib3.exceptions.HTTPError, *STORAGE_ERRORS)


@checks.register(TAG, deploy=True)
def buckets_serve(app_configs=None, **kwargs) -> list[checks.CheckMessage]:
    """Name each thing that a bucket of this site does not do; nothing on disk."""
    if not settings.FILES_ON_S3:
        return []
    return [
        checks.Error(f"{bucket}: {what} ({why}).", id=f"assets.storage.{name}")
        for name, bucket, what, why in _faults()
    ]


def _faults() -> Iterator[tuple[str, str, str, str]]:
    key = f"proeve/{uuid.uuid4()}"
    for storage, tries in ((private_storage(), PRIVATE), (public_storage(), PUBLIC)):
        for what, attempt in tries.items():
            try:
                attempt(storage, key)
            except FAULTS as error:
                yield attempt.__name__, storage.bucket_name, what, _words(error)


def _words(error: Exception) -> str:
    if isinstance(error, ClientError):
        return error.response["Error"]["Code"]
    return str(error) if isinstance(error, Refused) else type(error).__name__


def _client(storage: Any) -> Any:
    return storage.connection.meta.client


def _ask(
    method: str, address: str, headers: dict[str, str] | None = None, body: bytes = b""
) -> urllib3.BaseHTTPResponse:
    """As a browser would, by the address that browsers are given."""
    with urllib3.PoolManager(retries=False, timeout=PATIENCE) as pool:
        said = pool.request(
            method, address, headers=headers, body=body or None, redirect=False
        )
    return said


def _allows_site(said: urllib3.BaseHTTPResponse) -> bool:
    allowed = said.headers.get("Access-Control-Allow-Origin")
    return allowed in ("*", settings.BASE_URL)


def _place(storage: Any) -> str:
    return f"{settings.S3_PUBLIC_ENDPOINT_URL.rstrip('/')}/{storage.bucket_name}"


def _need(is_so: bool, otherwise: str) -> None:
    if not is_so:
        raise Refused(otherwise)


def write(storage: Any, key: str) -> None:
    """It takes an object with its checksum."""
    digest = base64.b64encode(hashlib.sha256(CONTENT).digest()).decode()
    _client(storage).put_object(
        Bucket=storage.bucket_name,
        Key=key,
        Body=CONTENT,
        ContentType="text/plain",
        ChecksumSHA256=digest,
    )


def read(storage: Any, key: str) -> None:
    """It tells the size, and gives back the bytes, whole and in part."""
    size = storage.stored_size(key)
    _need(size == len(CONTENT), f"størrelse {size}")
    _need(b"".join(storage.read(key)) == CONTENT, "andre bytes")
    _need(storage.read_range(key, 5, 7) == CONTENT[5:12], "andre bytes af en del")


def refuse_what_is_damaged(storage: Any, key: str) -> None:
    """It does not take bytes whose checksum is another's."""
    wrong = base64.b64encode(hashlib.sha256(b"").digest()).decode()
    try:
        _client(storage).put_object(
            Bucket=storage.bucket_name,
            Key=f"{key}-2",
            Body=CONTENT,
            ChecksumSHA256=wrong,
        )
    except ClientError:
        return
    _client(storage).delete_object(Bucket=storage.bucket_name, Key=f"{key}-2")
    raise Refused("tog imod dem")


def join(storage: Any, key: str) -> None:
    """A page of the site may send it parts, and they are made one object."""
    key = f"{key}-i-dele"
    storage_id = storage.begin_parts(key, "text/plain")
    address = storage.part_link(key, storage_id, 1, len(CONTENT))
    asked = {"Access-Control-Request-Method": "PUT"}
    said = _ask("OPTIONS", address, {"Origin": settings.BASE_URL, **asked})
    _need(_allows_site(said), "CORS tillader det ikke")
    said = _ask("PUT", address, {"Origin": settings.BASE_URL}, CONTENT)
    _need(said.status == 200, f"svarede {said.status}")
    exposed = said.headers.get("Access-Control-Expose-Headers", "")
    _need("etag" in exposed.lower() and _allows_site(said), "CORS viser ikke ETag")
    storage.join_parts(key, storage_id, [len(CONTENT)])
    storage.delete(key)


def link(storage: Any, key: str) -> None:
    """A link gives the file under our name and type, and soon does not."""
    address = storage.download_link(key, OTHER_TYPE, 'attachment; filename="proeve"')
    said = _ask("GET", address)
    _need(said.status == 200 and said.data == CONTENT, f"svarede {said.status}")
    _need(said.headers.get("Content-Type") == OTHER_TYPE, "en anden filtype")
    _need("attachment" in said.headers.get("Content-Disposition", ""), "intet navn")
    short = storage.url(key, expire=1)
    time.sleep(2.1)
    said = _ask("GET", short)
    _need(said.status == 403, f"et udløbet link fik {said.status}")


def keep_out(storage: Any, key: str) -> None:
    """A stranger is shown neither an object nor what there is."""
    for address in (f"{_place(storage)}/{key}", f"{_place(storage)}/?list-type=2"):
        said = _ask("GET", address)
        _need(said.status in (401, 403), f"svarede {said.status}")


def show(storage: Any, key: str) -> None:
    """A stranger is shown an object, and not what there is."""
    said = _ask("GET", storage.url(key))
    _need(said.status == 200 and said.data == CONTENT, f"svarede {said.status}")
    said = _ask("GET", f"{_place(storage)}/?list-type=2")
    _need(said.status in (401, 403), f"viste listen ({said.status})")


def remove(storage: Any, key: str) -> None:
    """What is removed is gone."""
    storage.delete(key)
    _need(not storage.exists(key), "den er der endnu")


PRIVATE: dict[str, Callable[[Any, str], None]] = {
    "kan ikke skrives": write,
    "kan ikke læses": read,
    "ser ikke efter, om filer er hele": refuse_what_is_damaged,
    "kan ikke tage store filer i dele fra browsere": join,
    "giver ikke filer ved links, der udløber": link,
    "er ikke lukket for fremmede": keep_out,
    "kan ikke slettes i": remove,
}
PUBLIC: dict[str, Callable[[Any, str], None]] = {
    "kan ikke skrives": write,
    "vises ikke for alle, eller viser for meget": show,
    "kan ikke slettes i": remove,
}
