"""Packages as objects: built once by the worker, kept in storage, purged when unused.

A row is made at the first download of a set. Its members and its LÆSMIG say all that
the zip is made of, so a task needs the row's number and nothing else.
"""

import contextlib
import datetime
import hashlib
import logging
from collections.abc import Iterable, Iterator

from django.conf import settings
from django.db import transaction
from django.db.models import F, QuerySet
from django.utils import timezone

import zipstream.ng
from isal import isal_zlib

from core.jobs import TryAgain, enqueue_on_commit

from ..models import FileVersion, Package, PackageMember, PackageNotice
from ..models.packages import new_package_key
from ..storages import STORAGE_ERRORS, private_storage
from .contents import README, Contents

logger = logging.getLogger(__name__)

# All that a stored zip costs beside reading is its checksums: ISA-L makes the very same
# ones some twenty times as fast.
zipstream.ng.crc32 = isal_zlib.crc32

FOLDER = "packages"
# A link signed for a retired package lives a minute; a build takes hours at the most.
ORPHANED_AFTER = datetime.timedelta(days=1)
LOST_AFTER = datetime.timedelta(minutes=15)
MAX_ATTEMPTS = 20
NEW_COURAGE = datetime.timedelta(days=1)
# How often a build says how far it has come; a second or so of the line to storage.
NOTE_EVERY = 32 * 1024**2


def zip_of(
    readme: str, files: Iterable[tuple[str, FileVersion]], *, verify: bool = False
) -> zipstream.ZipStream:
    """Return the zip as a stream of known length: ZIP64, not compressed.

    No file is read before its turn. With ``verify`` each is compared with its SHA-256.
    """
    package = zipstream.ZipStream(sized=True)
    package.add(readme, README)
    for name, version in files:
        chunks = private_storage().read(version.key)
        if verify:
            chunks = _verified(chunks, version)
        package.add(chunks, name, size=version.size)
    return package


def _verified(chunks: Iterator[bytes], version: FileVersion) -> Iterator[bytes]:
    digest = hashlib.sha256()
    for chunk in chunks:
        digest.update(chunk)
        yield chunk
    if digest.hexdigest() != version.sha256:
        raise OSError(f"version {version.pk} is not what was stored")


def find(contents: Contents) -> Package | None:
    """The package of these contents, if it has been asked for before."""
    return Package.objects.filter(digest=contents.digest).first()


@transaction.atomic
def note(contents: Contents) -> Package:
    """The row of a package that is being fetched, with its members."""
    now = timezone.now()
    package, is_new = Package.objects.get_or_create(
        digest=contents.digest,
        defaults={"readme": contents.readme(now), "files": len(contents.members)},
    )
    if is_new:
        PackageMember.objects.bulk_create(
            PackageMember(package=package, version=member.version, name=member.name)
            for member in contents.members
        )
    touch(package)
    return package


def touch(package: Package) -> None:
    """Note that the package is in use; once an hour is enough."""
    now = timezone.now()
    stale = now - datetime.timedelta(hours=1)
    Package.objects.filter(pk=package.pk, asked_at__lt=stale).update(asked_at=now)


@transaction.atomic
def want(package: Package, *, again: bool = False) -> None:
    """Have the worker build the package, unless that has been asked for.

    One that could not be built is left alone for a day, or until a person asks
    ``again``.
    """
    from ..tasks import build_package

    resting = Package.objects.filter(pk=package.pk, state=Package.State.STREAMED)
    if again:
        resting.update(attempts=0, packed=0)
    asked = resting.filter(attempts__lt=MAX_ATTEMPTS).update(
        state=Package.State.WANTED, wanted_at=timezone.now()
    )
    if asked:
        enqueue_on_commit(build_package, package.pk)


def lose(package: Package) -> None:
    """Forget an object that storage no longer has whole."""
    logger.error("package %s is gone from storage", package.pk)
    Package.objects.filter(pk=package.pk, key=package.key).update(
        state=Package.State.STREAMED, key=""
    )


def build(pk: int) -> None:
    """Build a wanted package under a new key, verify it, then let the row point to it.

    Run twice at once, the second finds the row ready and deletes its own object.
    """
    wanted = Package.objects.filter(pk=pk, state=Package.State.WANTED)
    begun = {"attempts": F("attempts") + 1, "wanted_at": timezone.now(), "packed": 0}
    if not wanted.update(**begun):
        return
    package = Package.objects.get(pk=pk)
    members = list(package.members.select_related("version"))
    if any(m.version.state != FileVersion.State.READY for m in members):
        # Nobody may have it any more.
        wanted.update(state=Package.State.STREAMED)
        return
    files = [(member.name, member.version) for member in members]
    stream = zip_of(package.readme, files, verify=True)
    size, digest, key = len(stream), hashlib.sha256(), new_package_key()

    def hashed() -> Iterator[bytes]:
        for chunk in _followed(stream, wanted):
            digest.update(chunk)
            yield chunk

    storage = private_storage()
    try:
        storage.write(key, hashed())
        if storage.stored_size(key) != size:
            raise OSError(f"storage did not keep {size} bytes")
    except STORAGE_ERRORS as error:
        _discard(key)
        raise TryAgain(f"package {pk}: {error!r}") from error
    is_ours = wanted.update(
        state=Package.State.READY, key=key, size=size, sha256=digest.hexdigest()
    )
    if not is_ours:
        _discard(key)


def _followed(chunks: Iterable[bytes], wanted: QuerySet) -> Iterator[bytes]:
    """Yield ``chunks``, and note on the row how far they have come.

    Who waits can see it, and the sweeper sees that somebody is at work.
    """
    done = noted = 0
    for chunk in chunks:
        yield chunk
        done += len(chunk)
        if done - noted >= NOTE_EVERY:
            noted = done
            wanted.update(packed=done, wanted_at=timezone.now())


def _discard(key: str) -> None:
    # What storage does not delete now, the sweeper finds.
    with contextlib.suppress(*STORAGE_ERRORS):
        private_storage().delete(key)


def sweep() -> None:
    """Delete what no row points to, retire what nobody asks for, mend what was lost."""
    from ..tasks import build_package

    now = timezone.now()
    _delete_orphans(now - ORPHANED_AFTER)
    # Their objects go with the next sweep: a signed link may still be in use.
    unused = now - datetime.timedelta(days=settings.PACKAGE_KEEP_DAYS)
    linked = PackageNotice.objects.filter(
        told_at__gt=now - datetime.timedelta(days=settings.PACKAGE_LINK_DAYS + 1)
    )
    Package.objects.filter(state=Package.State.READY, asked_at__lt=unused).exclude(
        pk__in=linked.values("package")
    ).update(state=Package.State.STREAMED, key="", attempts=0)
    wanted = Package.objects.filter(state=Package.State.WANTED)
    wanted.filter(attempts__gte=MAX_ATTEMPTS).update(state=Package.State.STREAMED)
    Package.objects.filter(
        state=Package.State.STREAMED, wanted_at__lt=now - NEW_COURAGE
    ).update(attempts=0)
    for package in wanted.filter(wanted_at__lt=now - LOST_AFTER):
        with transaction.atomic():
            again = wanted.filter(pk=package.pk, wanted_at=package.wanted_at)
            if again.update(wanted_at=now):
                enqueue_on_commit(build_package, package.pk)


def _delete_orphans(before: datetime.datetime) -> None:
    storage = private_storage()
    old = [kept.key for kept in storage.objects(FOLDER) if kept.written_at < before]
    known = set(Package.objects.exclude(key="").values_list("key", flat=True))
    for key in old:
        if key not in known:
            storage.delete(key)
