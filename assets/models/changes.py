from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from .downloads import Download
from .versions import AssetFile, FileVersion, Weight


class VersionChange(models.Model):
    """The moment when another version became a file's current one, or one was stopped.

    Never changed and never deleted while the file is there: the history of what people
    were given. ``told_at`` is set when the libraries concerned have their notices.
    """

    class Kind(models.TextChoices):
        REPLACED = "replaced", _("Erstattet")
        RESTORED = "restored", _("Gendannet")
        WITHDRAWN = "withdrawn", _("Trukket tilbage")

    file = models.ForeignKey(
        AssetFile, on_delete=models.CASCADE, related_name="version_changes"
    )
    kind = models.CharField(max_length=10, choices=Kind)
    version = models.ForeignKey(
        FileVersion,
        on_delete=models.CASCADE,
        related_name="+",
        help_text=_("Den, der blev den nyeste, eller den, der blev trukket tilbage."),
    )
    weight = models.CharField(
        _("vægt"), max_length=12, choices=Weight, default=Weight.CORRECTION
    )
    is_silent = models.BooleanField(_("uden besked"), default=False)
    note = models.CharField(_("hvad er ændret"), max_length=200, blank=True)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    changed_at = models.DateTimeField(_("hvornår"))
    told_at = models.DateTimeField(null=True, blank=True, db_index=True)

    class Meta:
        ordering = ["-changed_at", "-pk"]

    def __str__(self):
        return f"{self.version} ({self.get_kind_display()})"

    @property
    def is_stop(self) -> bool:
        return self.kind == self.Kind.WITHDRAWN


class VersionNoticeQuerySet(models.QuerySet):
    def open_for(self, library):
        """What ``library`` has not acted on by fetching the newest since."""
        since = Download.objects.filter(
            Q(version=OuterRef("change__file__current_version"))
            # A package holds the newest of each.
            | Q(version=None, theme=OuterRef("change__file__asset__theme")),
            library=OuterRef("library"),
            fetched_at__gte=OuterRef("created_at"),
        )
        return self.filter(library=library).exclude(Exists(since))


class VersionNotice(models.Model):
    """That a library is told of a change: once, however often the task runs."""

    library = models.ForeignKey(
        "libraries.Library", on_delete=models.CASCADE, related_name="+"
    )
    change = models.ForeignKey(
        VersionChange, on_delete=models.CASCADE, related_name="notices"
    )
    version = models.ForeignKey(FileVersion, on_delete=models.CASCADE, related_name="+")
    is_stop = models.BooleanField()
    message = models.ForeignKey(
        "mail.Message", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    created_at = models.DateTimeField(_("hvornår"))

    objects = VersionNoticeQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-pk"]
        constraints = [
            # Nobody is told twice of one version, nor twice to stop using one.
            models.UniqueConstraint(
                fields=["library", "version", "is_stop"], name="told_once_of_a_version"
            )
        ]

    def __str__(self):
        return f"{self.library_id}: {self.change_id}"
