"""Large files that come in parts: straight to S3, or through the web process to disk.

Both storages speak alike. Parts are numbered from 1; all but the last are as large.
An unfinished object is nobody's file: no address leads to it.
"""

import datetime
import os
import re
import shutil
import uuid
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from botocore.exceptions import ClientError

CHUNK = 1024 * 1024
# A part of 16 MB over a line of 0.2 Mbit/s; the signature is looked at when it begins.
PART_LINK_SECONDS = 900
UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


class PartsMissing(OSError):
    """Not all bytes are in storage; sending may go on."""


@dataclass(frozen=True)
class BegunObject:
    """An object whose parts were never joined; ``storage_id`` is storage's name."""

    key: str
    storage_id: str
    begun_at: datetime.datetime


class S3BegunObjects:
    """Objects that somebody began to send in parts: listed, and given up."""

    def begun_objects(self, folders: Iterable[str]) -> Iterator[BegunObject]:
        """Yield what lies unfinished in ``folders``; a bucket may hold more than ours.

        No listing of objects shows these, and they are paid for.
        """
        pages = self._client.get_paginator("list_multipart_uploads")
        for folder in folders:
            for page in pages.paginate(Bucket=self.bucket_name, Prefix=f"{folder}/"):
                for found in page.get("Uploads", ()):
                    yield BegunObject(
                        found["Key"], found["UploadId"], found["Initiated"]
                    )

    def forget_parts(self, key: str, storage_id: str) -> None:
        """Give up an unfinished object, also one whose id was never noted."""
        answer = self._client.list_multipart_uploads(
            Bucket=self.bucket_name, Prefix=key
        )
        found = {u["UploadId"] for u in answer.get("Uploads", []) if u["Key"] == key}
        for upload_id in found | ({storage_id} if storage_id else set()):
            try:
                self._client.abort_multipart_upload(
                    Bucket=self.bucket_name, Key=key, UploadId=upload_id
                )
            except ClientError as error:
                if not _is_unknown(error):
                    raise

    @property
    def _client(self):
        return self.connection.meta.client


class S3Parts(S3BegunObjects):
    """Multipart uploads whose parts the browser sends by signed links."""

    takes_parts_directly = True

    def begin_parts(self, key: str, content_type: str) -> str:
        """Open an object and return what storage calls it until it is whole."""
        answer = self._client.create_multipart_upload(
            Bucket=self.bucket_name, Key=key, ContentType=content_type
        )
        return answer["UploadId"]

    def part_link(self, key: str, storage_id: str, number: int, size: int) -> str:
        """Return the address that takes exactly ``size`` bytes as part ``number``."""
        return self._public_client.generate_presigned_url(
            "upload_part",
            Params={
                "Bucket": self.bucket_name,
                "Key": key,
                "UploadId": storage_id,
                "PartNumber": number,
                "ContentLength": size,
            },
            ExpiresIn=PART_LINK_SECONDS,
        )

    def stored_parts(self, key: str, storage_id: str) -> dict[int, int]:
        """Return the size of each part that is in; nothing once they are joined."""
        return {n: part["Size"] for n, part in self._parts(key, storage_id).items()}

    def join_parts(self, key: str, storage_id: str, sizes: list[int]) -> None:
        """Make the object of its parts; said again, it only looks that it is whole.

        Raises PartsMissing when parts are not in, or not of ``sizes``.
        """
        total = sum(sizes)
        if self.stored_size(key) != total:
            parts = self._parts(key, storage_id)
            if [parts.get(n + 1, {}).get("Size") for n in range(len(sizes))] != sizes:
                raise PartsMissing(f"{len(parts)} of {len(sizes)} parts")
            self._client.complete_multipart_upload(
                Bucket=self.bucket_name,
                Key=key,
                UploadId=storage_id,
                MultipartUpload={
                    "Parts": [
                        {"PartNumber": n + 1, "ETag": parts[n + 1]["ETag"]}
                        for n in range(len(sizes))
                    ]
                },
            )
        kept = self.stored_size(key)
        if kept != total:
            raise PartsMissing(f"storage kept {kept} of {total} bytes")

    def room_for(self, size: int) -> bool:
        """A bucket has no end that we know of."""
        return True

    def _parts(self, key: str, storage_id: str) -> dict[int, dict]:
        parts: dict[int, dict] = {}
        pages = self._client.get_paginator("list_parts").paginate(
            Bucket=self.bucket_name, Key=key, UploadId=storage_id
        )
        try:
            for page in pages:
                for part in page.get("Parts", []):
                    parts[part["PartNumber"]] = part
        except ClientError as error:
            if not _is_unknown(error):
                raise
            return {}
        return parts


class DiskParts:
    """The same on disk: one file as long as it will be, and a mark for each part."""

    takes_parts_directly = False
    # What the disk keeps free for the database and everything else.
    RESERVE = 512 * 1024 * 1024

    def begin_parts(self, key: str, content_type: str) -> str:
        """Open an object and return what storage calls it until it is whole."""
        storage_id = str(uuid.uuid4())
        self._folder(storage_id).mkdir(parents=True)
        (self._folder(storage_id) / "data").touch()
        return storage_id

    def write_part(
        self, storage_id: str, number: int, offset: int, size: int, read: Callable
    ) -> None:
        """Write ``size`` bytes from ``read(n)`` as part ``number``; constant memory.

        Raises PartsMissing when fewer or more come, and then keeps none of the part.
        """
        folder = self._folder(storage_id)
        left = size
        # r+b, not a new file: one that was given up must not come back.
        with (folder / "data").open("r+b") as data:
            data.seek(offset)
            while left and (chunk := read(min(CHUNK, left))):
                data.write(chunk)
                left -= len(chunk)
            if left or read(1):
                raise PartsMissing(f"part {number}: {left} bytes short, or too many")
            data.flush()
            os.fsync(data.fileno())
        (folder / str(number)).write_text(str(size))

    def stored_parts(self, key: str, storage_id: str) -> dict[int, int]:
        """Return the size of each part that is in; nothing once they are joined."""
        folder = self._folder(storage_id)
        marks = folder.glob("[0-9]*") if folder.exists() else ()
        return {int(mark.name): int(mark.read_text() or 0) for mark in marks}

    def join_parts(self, key: str, storage_id: str, sizes: list[int]) -> None:
        """Make the object of its parts; said again, it only looks that it is whole.

        Raises PartsMissing when parts are not in, or not of ``sizes``.
        """
        if self.stored_size(key) is None:
            parts = self.stored_parts(key, storage_id)
            if [parts.get(n + 1) for n in range(len(sizes))] != sizes:
                raise PartsMissing(f"{len(parts)} of {len(sizes)} parts")
            path = Path(self.path(key))
            path.parent.mkdir(parents=True, exist_ok=True)
            os.replace(self._folder(storage_id) / "data", path)
        shutil.rmtree(self._folder(storage_id), ignore_errors=True)
        if (kept := self.stored_size(key)) != sum(sizes):
            raise PartsMissing(f"storage kept {kept} of {sum(sizes)} bytes")

    def forget_parts(self, key: str, storage_id: str) -> None:
        """Give up an unfinished object."""
        if storage_id:
            shutil.rmtree(self._folder(storage_id), ignore_errors=True)

    def begun_objects(self, folders: Iterable[str]) -> Iterator[BegunObject]:
        """Yield what lies unfinished, whatever it will be: its key is not known here.

        What is written in one go (``write``) lies beside its place, as ``*.part``.
        """
        place = Path(self.base_location, "parts")
        for found in place.iterdir() if place.is_dir() else ():
            begun = datetime.datetime.fromtimestamp(found.stat().st_mtime, datetime.UTC)
            yield BegunObject("", found.name, begun)

    def room_for(self, size: int) -> bool:
        """Whether the disk has room for ``size`` bytes more."""
        Path(self.base_location).mkdir(parents=True, exist_ok=True)
        return shutil.disk_usage(self.base_location).free > size + self.RESERVE

    def _folder(self, storage_id: str) -> Path:
        # An id of S3, from before the files moved to disk, names no folder here.
        name = storage_id if UUID.fullmatch(storage_id) else "unknown"
        return Path(self.base_location, "parts", name)


def _is_unknown(error: ClientError) -> bool:
    return error.response["ResponseMetadata"]["HTTPStatusCode"] == 404
