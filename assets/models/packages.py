import datetime
import uuid

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .shares import DANISH_TIME, danish_today


def new_package_key() -> str:
    """Return a random storage key for a kept package: never used twice."""
    return f"packages/{uuid.uuid4()}.zip"


class Package(models.Model):
    """What one set of versions becomes as a zip: its members, and the zip if kept.

    ``digest`` stands for the versions, their names in the zip and all that the LÆSMIG
    says of them, so a changed credit makes another package as a new version does.
    ``size`` and ``sha256`` are those of the kept zip.
    """

    class State(models.TextChoices):
        STREAMED = "streamed", _("Pakkes, når der bedes om den")
        WANTED = "wanted", _("Skal pakkes")
        READY = "ready", _("Klar")

    content_type = "application/zip"

    digest = models.CharField(max_length=64, unique=True)
    readme = models.TextField()
    files = models.PositiveIntegerField(_("filer"), default=0)
    state = models.CharField(max_length=8, choices=State, default=State.STREAMED)
    key = models.CharField(max_length=80, blank=True)
    size = models.PositiveBigIntegerField(_("størrelse"), default=0)
    sha256 = models.CharField(max_length=64, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    # How many bytes the build under way has written.
    packed = models.PositiveBigIntegerField(default=0)
    created_at = models.DateTimeField(_("oprettet"), auto_now_add=True)
    asked_at = models.DateTimeField(_("sidst hentet"), default=timezone.now)
    wanted_at = models.DateTimeField(null=True, blank=True)
    versions = models.ManyToManyField(
        "assets.FileVersion", through="assets.PackageMember", related_name="packages"
    )

    class Meta:
        verbose_name = _("pakke")
        verbose_name_plural = _("pakker")
        indexes = [models.Index(fields=["state", "asked_at"])]

    def __str__(self):
        return f"{self.get_state_display()} {self.digest[:12]}"

    @property
    def is_ready(self) -> bool:
        return self.state == self.State.READY


class PackageMember(models.Model):
    """A version under the name that it has in the zip."""

    package = models.ForeignKey(
        Package, on_delete=models.CASCADE, related_name="members"
    )
    # What was in a package has been fetched, and stays as a fetched file does.
    version = models.ForeignKey(
        "assets.FileVersion", on_delete=models.PROTECT, related_name="+"
    )
    name = models.CharField(max_length=500)

    class Meta:
        verbose_name = _("fil i en pakke")
        verbose_name_plural = _("filer i pakker")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["package", "name"], name="one_member_a_name"
            )
        ]

    def __str__(self):
        return self.name


class PackageNotice(models.Model):
    """A person who is mailed a link once a large package is packed.

    One a person and package. It says where the set came from, a part of a theme or a
    basket, so that the link finds what the person may have anew. Who fetches what is
    noted nowhere else: the row is deleted with its link.
    """

    package = models.ForeignKey(
        Package, on_delete=models.CASCADE, related_name="notices"
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+"
    )
    theme = models.ForeignKey(
        "themes.Theme",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
    )
    part = models.CharField(max_length=10, blank=True)
    basket = models.ForeignKey(
        "assets.Basket",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
    )
    # The bytes of its files, without what the zip itself adds.
    size = models.PositiveBigIntegerField(_("størrelse"))
    asked_at = models.DateTimeField(_("bedt om"), default=timezone.now)
    told_at = models.DateTimeField(_("besked sendt"), null=True, blank=True)

    class Meta:
        verbose_name = _("besked om en pakke")
        verbose_name_plural = _("beskeder om pakker")
        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["package", "user"], name="one_notice_a_person_and_package"
            ),
            models.CheckConstraint(
                condition=models.Q(theme__isnull=True) ^ models.Q(basket__isnull=True),
                name="a_notice_is_of_a_theme_or_a_basket",
            ),
        ]

    def __str__(self):
        return f"{self.user}: {self.package}"

    def get_absolute_url(self) -> str:
        return reverse("mailed_package", args=[self.pk])

    @property
    def ends_on(self) -> datetime.date | None:
        """The last day of the link; None as long as nobody has been told."""
        if self.told_at is None:
            return None
        told_on = timezone.localtime(self.told_at, DANISH_TIME).date()
        return told_on + datetime.timedelta(days=settings.PACKAGE_LINK_DAYS)

    @property
    def is_over(self) -> bool:
        """Whether the mailed link has ended."""
        return self.ends_on is not None and self.ends_on < danish_today()
