import datetime
import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from ..permissions import Audience
from .assets import Asset
from .versions import FileVersion, new_key

# How long an unfinished upload can be taken up again.
RESUME_WITHIN = datetime.timedelta(hours=48)
# After that somebody should look whether scanner, storage and worker are there.
LATE = datetime.timedelta(minutes=15)


class Drop(models.Model):
    """Files laid in together, and what all the assets that they become have in common.

    ``kind`` is empty when each file's type decides. ``asset`` is where all the files
    go: one that was there, or with ``is_group`` one that the first file makes.
    """

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    collection = models.ForeignKey(
        "wagtailcore.Collection",
        verbose_name=_("samling"),
        on_delete=models.CASCADE,
        related_name="+",
    )
    asset = models.ForeignKey(
        Asset, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    is_group = models.BooleanField(default=False)
    title = models.CharField(_("titel"), max_length=150, blank=True)
    kind = models.CharField(
        _("slags"), max_length=20, choices=Asset.Kind, blank=True, default=""
    )
    theme = models.ForeignKey(
        "themes.Theme",
        verbose_name=_("tema"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    licence = models.ForeignKey(
        "assets.Licence",
        verbose_name=_("licens"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    credit = models.CharField(_("kreditering"), max_length=200, blank=True)
    access = models.PositiveSmallIntegerField(
        _("hvem må hente"), choices=Asset.ACCESS, default=Audience.LIBRARY
    )
    tags = models.CharField(_("emneord"), max_length=250, blank=True)
    unpacks = models.BooleanField(
        _("pak zip-filer ud til hver sin fil"),
        default=False,
        help_text=_(
            "Hver fil bliver tjekket for sig, og zip-filen selv gemmes ikke. Et banner "
            "med index.html bliver ikke pakket ud."
        ),
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("filer lagt op")
        verbose_name_plural = _("filer lagt op")

    def __str__(self):
        return f"{self._meta.verbose_name} {self.pk}"

    @property
    def tag_names(self) -> list[str]:
        """The tags, written with commas between them."""
        return [name for tag in self.tags.split(",") if (name := tag.strip())]


class UploadQuerySet(models.QuerySet):
    def unfinished(self):
        """Those whose bytes are not all in."""
        return self.filter(version=None, own_state="")

    def waiting(self):
        """Those whose bytes are in and not yet checked."""
        S = FileVersion.State
        at_work = [S.RECEIVED, S.CHECKING]
        return self.filter(Q(version__state__in=at_work) | Q(own_state__in=at_work))

    def late(self):
        """Those that have waited too long for their check."""
        return self.waiting().filter(received_at__lt=timezone.now() - LATE)

    def for_rows(self):
        """With all that a line of the list shows, in a fixed number of queries.

        What is on its way out of a zip has no line before it is in: nobody sends it.
        """
        begun = Q(archive__isnull=False, version=None, own_state="")
        return self.exclude(begun).select_related(
            "archive",
            "version__file__asset__collection",
            "twin__file__asset__collection",
        )


class Upload(models.Model):
    """One file on its way in: what has come, and the version that it became.

    ``size`` and ``part_size`` are in bytes. ``parts`` holds the SHA-256 that the
    browser gave for each part by its number, from 1: storage is held against it.

    A zip that is unpacked becomes no version: each file in it is an upload of its own,
    with the zip as its ``archive``.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    drop = models.ForeignKey(Drop, on_delete=models.CASCADE, related_name="uploads")
    version = models.OneToOneField(
        FileVersion,
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="upload",
    )
    name = models.CharField(_("filnavn"), max_length=200)
    size = models.PositiveBigIntegerField(_("størrelse"))
    # The browser's: the same for the same file chosen again.
    fingerprint = models.CharField(max_length=100, blank=True)
    key = models.CharField(max_length=80, unique=True, default=new_key)
    # What storage calls the unfinished object.
    storage_id = models.CharField(max_length=1024, blank=True)
    part_size = models.PositiveBigIntegerField()
    parts = models.JSONField(default=dict)
    twin = models.ForeignKey(
        FileVersion, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    # Remarks on a file that is accepted all the same: keys of intake.refusals.REMARKS.
    remarks = models.JSONField(default=list)
    # Of what never became a version: a zip to unpack, and what was refused inside it.
    own_state = models.CharField(
        max_length=10, choices=FileVersion.State, blank=True, default=""
    )
    reason = models.CharField(max_length=250, blank=True)
    archive = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="members"
    )
    # Its place among the files of its zip, from 0.
    member_number = models.PositiveIntegerField(null=True, blank=True)
    # Of the zip: how many files it has, and how many are unpacked.
    member_count = models.PositiveIntegerField(default=0)
    unpacked_count = models.PositiveIntegerField(default=0)
    # Cancelled or too late; what it left in storage is being cleared away.
    is_given_up = models.BooleanField(default=False)
    created_at = models.DateTimeField(auto_now_add=True)
    # When its bytes were all in.
    received_at = models.DateTimeField(null=True, blank=True)
    touched_at = models.DateTimeField(default=timezone.now, db_index=True)

    objects = UploadQuerySet.as_manager()

    class Meta:
        verbose_name = _("fil på vej ind")
        verbose_name_plural = _("filer på vej ind")
        ordering = ["-created_at", "name"]
        constraints = [
            models.UniqueConstraint(
                fields=["archive", "member_number"], name="one_upload_a_zip_member"
            )
        ]

    def __str__(self):
        return self.name

    @property
    def state(self) -> str:
        """The one list of states (FileVersion.State) holds here too."""
        if self.version:
            return self.version.state
        return self.own_state or FileVersion.State.UPLOADING

    @property
    def is_in(self) -> bool:
        """Whether all its bytes are in, whatever they became."""
        return self.state != FileVersion.State.UPLOADING

    @property
    def is_parcel(self) -> bool:
        """Whether it is a zip whose files are laid in one by one; not one in a zip."""
        is_zip = self.name.lower().endswith(".zip")
        return self.drop.unpacks and is_zip and self.archive_id is None

    @property
    def part_count(self) -> int:
        return -(-self.size // self.part_size)

    def size_of_part(self, number: int) -> int:
        """How many bytes part ``number`` has, from 1; 0 for one that there is not."""
        start = (number - 1) * self.part_size
        return max(0, min(self.part_size, self.size - start)) if number > 0 else 0

    def touch(self) -> None:
        """Note that somebody is at work on it."""
        self.touched_at = timezone.now()
        Upload.objects.filter(pk=self.pk).update(touched_at=self.touched_at)

    @cached_property
    def asset(self) -> Asset | None:
        return self.version.file.asset if self.version else None
