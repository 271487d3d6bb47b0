"""All that lies in a storage, whatever the rows say."""

import datetime
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from botocore.exceptions import ClientError


@dataclass(frozen=True)
class ListedObject:
    """An object as a listing shows it; ``size`` is in bytes."""

    key: str
    size: int
    written_at: datetime.datetime


class S3Listing:
    """What lies in a bucket: a thousand keys an answer."""

    def objects(self, folder: str = "") -> Iterator[ListedObject]:
        """Yield each object in ``folder``, or in the whole bucket."""
        pages = self.connection.meta.client.get_paginator("list_objects_v2")
        prefix = f"{folder}/" if folder else ""
        for page in pages.paginate(Bucket=self.bucket_name, Prefix=prefix):
            for found in page.get("Contents", ()):
                yield ListedObject(found["Key"], found["Size"], found["LastModified"])

    def stored_size(self, key: str) -> int | None:
        """Return how many bytes lie under ``key``, None when nothing does."""
        try:
            found = self.connection.meta.client.head_object(
                Bucket=self.bucket_name, Key=key
            )
        except ClientError as error:
            if error.response["ResponseMetadata"]["HTTPStatusCode"] == 404:
                return None
            raise
        return found["ContentLength"]


class DiskListing:
    """What lies in a folder on disk; parts of what is on its way in are no files."""

    PARTS = "parts"

    def objects(self, folder: str = "") -> Iterator[ListedObject]:
        """Yield each file in ``folder``, or in the whole storage."""
        root = Path(self.base_location)
        for place, folders, names in os.walk(root / folder):
            if Path(place) == root and self.PARTS in folders:
                folders.remove(self.PARTS)
            for name in names:
                path = Path(place, name)
                try:
                    found = path.stat()
                except FileNotFoundError:
                    continue
                written = datetime.datetime.fromtimestamp(found.st_mtime, datetime.UTC)
                yield ListedObject(
                    path.relative_to(root).as_posix(), found.st_size, written
                )

    def stored_size(self, key: str) -> int | None:
        """Return how many bytes lie under ``key``, None when nothing does."""
        try:
            return self.size(key)
        except FileNotFoundError:
            return None
