"""Where files lie: a private and a public place, on disk or in S3-compatible storage.

The classes take no arguments from ``STORAGES``: Wagtail copies those into the arguments
of its clean-up tasks, where a secret must never stand.
"""

import io
import os
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from django.conf import settings
from django.core.files.storage import FileSystemStorage, Storage, storages
from django.utils.encoding import filepath_to_uri
from django.utils.functional import cached_property

import boto3
from boto3.exceptions import Boto3Error
from boto3.s3.transfer import TransferConfig
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from botocore.loaders import Loader, create_loader
from botocore.session import get_session
from storages.backends.s3 import S3Storage

from core.headers import ONE_YEAR

from .breaker import Breaker
from .listings import DiskListing, S3Listing
from .parts import DiskParts, S3BegunObjects, S3Parts

LINK_SECONDS = 60
# Two of these, the one that is sent and the one that is read, stay in a processor's own
# cache: a package is made twice as fast as with 1 MB.
CHUNK = 256 * 1024
# How storage that is away or full shows itself, on disk and in S3.
STORAGE_ERRORS = (OSError, Boto3Error, BotoCoreError, ClientError)

# Connect 2 s, read 10 s, two attempts, and none after a timeout (breaker.py): storage
# that hangs must not hold a web worker.
CLIENT_CONFIG = Config(
    signature_version="s3v4",
    s3={"addressing_style": "path"},
    request_checksum_calculation="when_required",
    response_checksum_validation="when_required",
    connect_timeout=2,
    read_timeout=10,
    retries={"total_max_attempts": 2, "mode": "standard"},
    max_pool_connections=20,
)


# One part at a time, in the thread that makes it: 10,000 of them are 160 GB.
WRITE_CONFIG = TransferConfig(multipart_chunksize=16 * 1024**2, use_threads=False)
# S3 copies by itself, each part within the time that it has to answer.
COPY_CONFIG = TransferConfig(
    multipart_threshold=64 * 1024**2,
    multipart_chunksize=64 * 1024**2,
    use_threads=False,
)


@cache
def _tables() -> Loader:
    """What botocore has been told of S3, which is only read."""
    return create_loader()


def _new_session(**keys: str | None) -> boto3.session.Session:
    """A session of its own, since no two threads may use one, on the common tables.

    To read those anew took 13 MB and a tenth of a second for each thread and storage.
    """
    session = get_session()
    session.register_component("data_loader", _tables())
    return boto3.session.Session(botocore_session=session, **keys)


class _Chunks(io.RawIOBase):
    """What an iterator yields, as a file that is read once."""

    def __init__(self, chunks: Iterator[bytes]):
        self._chunks = chunks
        self._rest = memoryview(b"")

    def readable(self):
        return True

    def readinto(self, buffer):
        while not self._rest:
            try:
                self._rest = memoryview(next(self._chunks))
            except StopIteration:
                return 0
        count = min(len(buffer), len(self._rest))
        buffer[:count] = self._rest[:count]
        self._rest = self._rest[count:]
        return count


class _EnvironmentS3Storage(S3Listing, S3Storage):
    """S3 as the environment describes it; keys and secrets are boto3's own business."""

    def get_default_settings(self):
        return {
            **super().get_default_settings(),
            "endpoint_url": settings.S3_ENDPOINT_URL or None,
            "region_name": settings.S3_REGION,
            "client_config": CLIENT_CONFIG,
            "default_acl": None,
            "file_overwrite": False,
            "max_memory_size": 32 * 1024 * 1024,
        }

    @cached_property
    def _breaker(self):
        return Breaker()

    def _create_session(self):
        session = _new_session(
            aws_access_key_id=self.access_key,
            aws_secret_access_key=self.secret_key,
            aws_session_token=self.security_token,
        )
        self._breaker.hang_on(session)
        return session


class PrivateS3Storage(S3Parts, _EnvironmentS3Storage):
    """Originals and assets: nobody reads them without a link signed for a minute."""

    signs_links = True

    def get_default_settings(self):
        return {
            **super().get_default_settings(),
            "bucket_name": settings.S3_BUCKET_PRIVATE,
            "querystring_auth": True,
            "querystring_expire": LINK_SECONDS,
            "custom_domain": None,
        }

    @cached_property
    def _public_client(self):
        """A client that signs for the host by which browsers reach the storage."""
        return _new_session().client(
            "s3",
            endpoint_url=settings.S3_PUBLIC_ENDPOINT_URL or None,
            region_name=settings.S3_REGION,
            config=CLIENT_CONFIG,
        )

    def download_link(
        self, key: str, content_type: str, disposition: str, method: str = "GET"
    ) -> str:
        """Return a link good for a minute; the type and name are ours, not stored.

        It is signed for ``method`` alone, so who asks with HEAD is given one for HEAD.
        """
        return self.url(
            key,
            {
                "ResponseContentType": content_type,
                "ResponseContentDisposition": disposition,
                "ResponseCacheControl": "private, no-store",
            },
            http_method=method,
        )

    def url(self, name, parameters=None, expire=None, http_method=None):
        return self._public_client.generate_presigned_url(
            "get_object",
            Params={"Bucket": self.bucket_name, "Key": name, **(parameters or {})},
            ExpiresIn=min(expire or LINK_SECONDS, LINK_SECONDS),
            HttpMethod=http_method,
        )

    def stored_mark(self, key: str) -> str | None:
        """Return what is another when other bytes lie under ``key``; None for none."""
        client = self.connection.meta.client
        try:
            found = client.head_object(Bucket=self.bucket_name, Key=key)
        except ClientError as error:
            if error.response["ResponseMetadata"]["HTTPStatusCode"] == 404:
                return None
            raise
        return f"{found['ETag']} {found['LastModified']:%Y%m%d%H%M%S%f}"

    def move(self, key: str, to: str) -> None:
        """Put the object of ``key`` under another; said again, nothing happens."""
        if self.stored_size(key) is None:
            return
        client = self.connection.meta.client
        source = {"Bucket": self.bucket_name, "Key": key}
        client.copy(source, self.bucket_name, to, Config=COPY_CONFIG)
        client.delete_object(**source)

    def read(self, key: str) -> Iterator[bytes]:
        """Yield the bytes of ``key`` in pieces; constant memory."""
        body = self.connection.meta.client.get_object(Bucket=self.bucket_name, Key=key)[
            "Body"
        ]
        yield from body.iter_chunks(CHUNK)

    def read_range(self, key: str, start: int, count: int) -> bytes:
        """Return ``count`` bytes of ``key`` from ``start`` on."""
        return self.connection.meta.client.get_object(
            Bucket=self.bucket_name, Key=key, Range=f"bytes={start}-{start + count - 1}"
        )["Body"].read()

    def write(self, key: str, chunks: Iterable[bytes]) -> None:
        """Store what ``chunks`` yields, all of it or nothing; constant memory."""
        self.connection.meta.client.upload_fileobj(
            io.BufferedReader(_Chunks(iter(chunks)), 1024 * 1024),
            self.bucket_name,
            key,
            Config=WRITE_CONFIG,
        )


class PurgingS3Storage(PrivateS3Storage):
    """The same bucket, asked with the keys of a role that may delete for good.

    They are read from the environment alone, as boto3 reads its own.
    """

    def get_default_settings(self):
        return {
            **super().get_default_settings(),
            "access_key": os.environ.get("S3_PURGE_ACCESS_KEY_ID"),
            "secret_key": os.environ.get("S3_PURGE_SECRET_ACCESS_KEY"),
        }


class PublicS3Storage(S3BegunObjects, _EnvironmentS3Storage):
    """Renditions and previews: read by anyone, under keys that never change content."""

    def get_default_settings(self):
        return {
            **super().get_default_settings(),
            "bucket_name": settings.S3_BUCKET_PUBLIC,
            "querystring_auth": False,
            "object_parameters": {"CacheControl": ONE_YEAR},
        }

    def url(self, name, parameters=None, expire=None, http_method=None):
        base = settings.S3_PUBLIC_ENDPOINT_URL.rstrip("/")
        return f"{base}/{self.bucket_name}/{filepath_to_uri(name.lstrip('/'))}"


class PrivateDiskStorage(DiskListing, DiskParts, FileSystemStorage):
    """Originals and assets in a folder that no address leads to."""

    signs_links = False

    @cached_property
    def base_location(self):
        return str(settings.PRIVATE_ROOT)

    @cached_property
    def base_url(self):
        # Wagtail's image form asks for the address of an original; none is mounted.
        return "/privat/"

    def local_path(self, key: str) -> Path:
        return Path(self.path(key))

    def stored_mark(self, key: str) -> str | None:
        """Return what is another when other bytes lie under ``key``; None for none."""
        try:
            found = os.stat(self.path(key))
        except FileNotFoundError:
            return None
        return f"{found.st_ino} {found.st_size} {found.st_mtime_ns}"

    def move(self, key: str, to: str) -> None:
        """Put the object of ``key`` under another; said again, nothing happens."""
        if self.exists(key):
            self.local_path(to).parent.mkdir(parents=True, exist_ok=True)
            os.replace(self.path(key), self.path(to))

    def read(self, key: str) -> Iterator[bytes]:
        """Yield the bytes of ``key`` in pieces; constant memory."""
        with self.open(key, "rb") as file:
            while chunk := file.read(CHUNK):
                yield chunk

    def write(self, key: str, chunks: Iterable[bytes]) -> None:
        """Store what ``chunks`` yields, all of it or nothing; constant memory."""
        path = self.local_path(key)
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_name(f"{path.name}.part")
        try:
            with unfinished.open("wb") as file:
                file.writelines(chunks)
                file.flush()
                os.fsync(file.fileno())
            unfinished.rename(path)
        except BaseException:
            unfinished.unlink(missing_ok=True)
            raise


class PublicDiskStorage(DiskListing, FileSystemStorage):
    """Renditions and previews, served below MEDIA_URL."""


def private_storage() -> Storage:
    """The storage of originals and assets."""
    return storages["default"]


def public_storage() -> Storage:
    """The storage of renditions and previews."""
    return storages["public"]


def purging_storage() -> Storage:
    """The same as the private one, with ``S3_PURGE_*`` where they are set."""
    if settings.FILES_ON_S3 and os.environ.get("S3_PURGE_ACCESS_KEY_ID"):
        return PurgingS3Storage()
    return private_storage()
