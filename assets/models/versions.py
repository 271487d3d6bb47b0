import secrets
import uuid

from django.conf import settings
from django.core.files.storage import storages
from django.db import models
from django.db.models import Max
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from core.danish import file_size, number

from ..drawing.run import SIZES
from ..type_names import type_name

# No l, 1, o or 0: people read these addresses aloud from a poster.
ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789"


def new_public_id() -> str:
    """Return a random 10-character id for a permanent address (50 bits)."""
    return "".join(secrets.choice(ALPHABET) for _i in range(10))


def new_key() -> str:
    """Return a random storage key: it says nothing and is never used twice."""
    return f"assets/{uuid.uuid4()}/original"


def pages_key(key: str) -> str:
    """Where the pages of a PDF lie whose bytes lie under ``key``.

    Everyone sees a cover; the pages are for who may fetch the file. So the one address
    must not give away the other.
    """
    return f"previews/{uuid.uuid5(uuid.NAMESPACE_URL, key + '#pages')}"


class AssetFileQuerySet(models.QuerySet):
    def with_current(self):
        """With format and current version, in the editor's order; one query."""
        return self.select_related("current_version", "format").order_by(
            "sort_order", "pk"
        )


class AssetFile(Orderable):
    """One form of an asset ("A3 til trykkeriet"). Its address never changes."""

    class Purpose(models.TextChoices):
        PRINT_SHOP = "print_shop", _("Til trykkeriet")
        PRINT_SELF = "print_self", _("Print selv")
        SCREEN = "screen", _("Til skærm")
        SOCIAL = "social", _("Til sociale medier")
        EDIT = "edit", _("Til at redigere")

    class Role(models.TextChoices):
        LOGO = "logo", _("Logo")
        FONT = "font", _("Skrifter")
        MANUAL = "manual", _("Manual")
        PICTURES = "pictures", _("Billeder og mønstre")
        ORIGINAL = "original", _("Redigerbare originaler")

    class Language(models.TextChoices):
        """ISO 639 codes; "zxx" is for what has no words."""

        DANISH = "da", _("Dansk")
        ENGLISH = "en", _("Engelsk")
        GERMAN = "de", _("Tysk")
        FAROESE = "fo", _("Færøsk")
        GREENLANDIC = "kl", _("Grønlandsk")
        ARABIC = "ar", _("Arabisk")
        POLISH = "pl", _("Polsk")
        TURKISH = "tr", _("Tyrkisk")
        UKRAINIAN = "uk", _("Ukrainsk")
        NO_WORDS = "zxx", _("Uden ord")

    asset = ParentalKey("assets.Asset", on_delete=models.CASCADE, related_name="files")
    public_id = models.CharField(
        max_length=10, unique=True, default=new_public_id, editable=False
    )
    name = models.CharField(
        _("navn"), max_length=100, help_text=_("Fx ”A3 til trykkeriet”.")
    )
    purpose = models.CharField(
        _("formål"), max_length=12, choices=Purpose, default=Purpose.PRINT_SELF
    )
    role = models.CharField(
        _("rolle"),
        max_length=10,
        choices=Role,
        blank=True,
        help_text=_("Hvad filen er i en grafisk pakke."),
    )
    language = models.CharField(
        _("sprog"), max_length=3, choices=Language, default=Language.DANISH
    )
    # The Word file that the server makes of the asset's own text.
    is_generated = models.BooleanField(default=False, editable=False)
    format = models.ForeignKey(
        "assets.Format",
        verbose_name=_("format"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    current_version = models.ForeignKey(
        "assets.FileVersion",
        null=True,
        blank=True,
        editable=False,
        # Not PROTECT, which would keep an asset from being deleted with its files.
        on_delete=models.RESTRICT,
        related_name="+",
    )

    objects = AssetFileQuerySet.as_manager()

    class Meta(Orderable.Meta):
        verbose_name = _("fil")
        verbose_name_plural = _("filer")
        constraints = [
            models.UniqueConstraint(
                fields=["asset"],
                condition=models.Q(is_generated=True),
                name="one_generated_file_an_asset",
            )
        ]

    def __str__(self):
        return f"{self.asset}: {self.own_name}" if self.own_name else str(self.asset)

    def get_absolute_url(self) -> str:
        """The permanent address, good for a QR code on a poster."""
        return reverse("file", args=[self.public_id])

    def last_number(self) -> int:
        """The highest version number so far, 0 for none; locks the file.

        Asked inside a transaction, so that two uploads at once take two numbers.
        """
        AssetFile.objects.select_for_update().get(pk=self.pk)
        return self.versions.aggregate(last=Max("number"))["last"] or 0

    @property
    def own_name(self) -> str:
        """The name beside the asset's title; empty when it would only repeat it."""
        return "" if self.name == self.asset.title else self.name

    @property
    def is_captions(self) -> bool:
        """Whether it is the captions of the film that it lies beside."""
        return bool(
            self.current_version and self.current_version.filename.endswith(".vtt")
        )

    @property
    def play_url(self) -> str:
        """Where a player on a page fetches a film, sound or caption file."""
        return reverse("file_play", args=[self.public_id])


class Weight(models.TextChoices):
    """How much it matters that the former version is still out there."""

    CORRECTION = "correction", _("Rettelse")
    MUST_REPLACE = "must_replace", _("Skal erstattes")
    STOP = "stop", _("Stop brug")


class FileVersionQuerySet(models.QuerySet):
    def ready(self):
        return self.filter(state=FileVersion.State.READY)

    def kept(self):
        """Those that were let in and whose object is to be there."""
        return self.filter(
            state__in=[FileVersion.State.READY, FileVersion.State.WITHDRAWN]
        )


class FileVersion(models.Model):
    """One immutable stored object. Replacing a file makes a new version.

    ``size`` is in bytes, ``sha256`` in hexadecimal, ``width`` and ``height`` in pixels
    or, for a PDF, in ``width_mm`` and ``height_mm`` of the trim box of its first page.
    """

    class State(models.TextChoices):
        UPLOADING = "uploading", _("Sendes")
        RECEIVED = "received", _("Modtaget")
        CHECKING = "checking", _("Tjekkes")
        READY = "ready", _("Klar")
        REJECTED = "rejected", _("Afvist")
        WITHDRAWN = "withdrawn", _("Trukket tilbage")
        PURGED = "purged", _("Slettet")

    class Fault(models.TextChoices):
        """What was wrong with the object when it was last read."""

        MISSING = "missing", _("Filen mangler i lageret")
        CHANGED = "changed", _("Filen er ikke, som den blev lagt op")

    file = models.ForeignKey(
        AssetFile, on_delete=models.CASCADE, related_name="versions"
    )
    number = models.PositiveSmallIntegerField(_("version"))
    state = models.CharField(
        _("tilstand"), max_length=10, choices=State, default=State.UPLOADING
    )
    reason = models.CharField(_("årsag"), max_length=250, blank=True)
    note = models.CharField(_("hvad er ændret"), max_length=200, blank=True)
    key = models.CharField(max_length=80, unique=True, default=new_key, editable=False)
    filename = models.CharField(_("filnavn"), max_length=200)
    content_type = models.CharField(max_length=100)
    size = models.PositiveBigIntegerField(_("størrelse"), default=0)
    sha256 = models.CharField(max_length=64, db_index=True)
    width = models.PositiveIntegerField(null=True, blank=True)
    height = models.PositiveIntegerField(null=True, blank=True)
    width_mm = models.FloatField(null=True, blank=True)
    height_mm = models.FloatField(null=True, blank=True)
    pages = models.PositiveIntegerField(null=True, blank=True)
    seconds = models.FloatField(null=True, blank=True)
    print_ready = models.BooleanField(_("trykklar"), null=True, editable=False)
    # What a closer look told (drawing/print_specs.py and its like); judged when read.
    spec = models.JSONField(default=dict, editable=False)
    is_measured = models.BooleanField(default=False, editable=False)
    preview_pages = models.PositiveSmallIntegerField(default=0, editable=False)
    preview_key = models.CharField(max_length=80, blank=True, editable=False)
    preview_width = models.PositiveIntegerField(null=True, editable=False)
    preview_height = models.PositiveIntegerField(null=True, editable=False)
    drawn_at = models.DateTimeField(null=True, editable=False)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    created_at = models.DateTimeField(_("modtaget"), auto_now_add=True)
    # Read through as it comes in, then again and again (fixity.py).
    last_verified_at = models.DateTimeField(
        _("kontrolleret"), default=timezone.now, editable=False, db_index=True
    )
    fault = models.CharField(
        _("fejl"), max_length=10, choices=Fault, blank=True, editable=False
    )

    objects = FileVersionQuerySet.as_manager()

    class Meta:
        verbose_name = _("version")
        verbose_name_plural = _("versioner")
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["file", "number"], name="one_version_a_number"
            )
        ]
        indexes = [
            models.Index(
                fields=["fault"], condition=~models.Q(fault=""), name="faulty_versions"
            )
        ]

    def __str__(self):
        return f"{self.filename} v{self.number}"

    def get_absolute_url(self) -> str:
        """The address of this very version."""
        return reverse("file_version", args=[self.file.public_id, self.number])

    @property
    def play_url(self) -> str:
        """Where a player on a page fetches this very version of a film or sound."""
        return reverse("version_play", args=[self.file.public_id, self.number])

    @property
    def extension(self) -> str:
        """The type as people name it: "PDF"."""
        return self.filename.rpartition(".")[2].upper()

    @property
    def type_name(self) -> str:
        """The type in words: "Word-dokument"."""
        return type_name(self.extension)

    @property
    def human_size(self) -> str:
        return file_size(self.size)

    @property
    def dimensions(self) -> str:
        """The size measured from the file: "297 × 420 mm" or "1.920 × 1.080 pixel"."""
        if self.width_mm and self.height_mm:
            return f"{number(self.width_mm)} × {number(self.height_mm)} mm"
        if self.width and self.height:
            return f"{number(self.width)} × {number(self.height)} pixel"
        return ""

    @property
    def is_silent(self) -> bool:
        """Whether it is a film in which no sound was found, as for an info-screen."""
        return self.spec.get("has_sound") is False

    @property
    def has_preview(self) -> bool:
        return bool(self.preview_key)

    @property
    def aspect_ratio(self) -> float:
        """Width divided by height of what the preview shows; 1 when unknown."""
        if self.preview_width and self.preview_height:
            return self.preview_width / self.preview_height
        return 1.0

    @cached_property
    def preview_small(self) -> str:
        """The address of the preview for lists, at most 640 pixels on its long side."""
        return self._preview_url("small")

    @cached_property
    def preview_large(self) -> str:
        """The address of the large preview, at most 1600 pixels on its long side."""
        return self._preview_url("large")

    @property
    def preview_srcset(self) -> str:
        """Both previews with their widths, for a browser to choose between."""
        if not (self.preview_width and self.preview_height):
            return ""
        longest = max(self.preview_width, self.preview_height)
        small = round(self.preview_width * min(1, SIZES["small"] / longest))
        large = self.preview_width
        return f"{self.preview_small} {small}w, {self.preview_large} {large}w"

    def _preview_url(self, size: str) -> str:
        if not self.preview_key:
            return ""
        return storages["public"].url(f"{self.preview_key}/{size}.webp")

    def preview_path(self, name: str) -> str:
        """Where another picture lies: "page-<n>", "thumb-<n>", "large" or "strip"."""
        is_page = name.startswith(("page-", "thumb-"))
        return f"{pages_key(self.key) if is_page else self.preview_key}/{name}.webp"

    def preview_url(self, name: str) -> str:
        """The address of another picture, by the same names."""
        if name.startswith(("page-", "thumb-")):
            return storages["public"].url(self.preview_path(name))
        return self._preview_url(name)
