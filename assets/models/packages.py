import uuid

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


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
