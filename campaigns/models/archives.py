from django.db import models
from django.db.models import Count
from django.utils.translation import gettext_lazy as _

from assets.models import Download
from core.danish import today


class ArchiveQuerySet(models.QuerySet):
    """Archivings; one that is not reopened is open to readers."""

    def standing(self):
        return self.filter(reopened_on=None)

    def keep_for(self, theme) -> None:
        """Note that ``theme`` was archived today, with its figures, or reopened.

        One archived before this was noted gets none: these are not that day's figures.
        """
        standing = self.standing().filter(theme=theme)
        if not theme.is_archived:
            standing.update(reopened_on=today())
        elif theme.archived_on == today() and not standing.exists():
            self.create(
                theme=theme, archived_on=theme.archived_on, figures=figures_of(theme)
            )


class CampaignArchive(models.Model):
    """That a campaign was archived, and what it had come to on that day.

    ``figures`` never change: ``downloads``, ``libraries``, and ``assets`` as pairs of
    primary key and downloads. A campaign opened again keeps its row as history.
    """

    theme = models.ForeignKey(
        "themes.Theme",
        verbose_name=_("tema"),
        on_delete=models.CASCADE,
        related_name="archives",
    )
    archived_on = models.DateField(_("arkiveret den"))
    reopened_on = models.DateField(_("åbnet igen den"), null=True)
    figures = models.JSONField(_("tal"))

    objects = ArchiveQuerySet.as_manager()

    class Meta:
        verbose_name = _("arkivering")
        verbose_name_plural = _("arkiveringer")
        ordering = ["-archived_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["theme"],
                condition=models.Q(reopened_on=None),
                name="one_standing_archive_a_theme",
            )
        ]

    def __str__(self):
        return f"{self.theme_id}: {self.archived_on}"


def figures_of(theme) -> dict:
    """What has been fetched of a theme until now: files, and whole packages."""
    fetched = Download.objects.filter(theme=theme)
    each = (
        fetched.filter(version__isnull=False)
        .order_by()
        .values_list("version__file__asset")
        .annotate(n=Count("pk"))
        .order_by("-n", "version__file__asset")
    )
    libraries = fetched.order_by().aggregate(n=Count("library", distinct=True))["n"]
    return {
        "downloads": fetched.count(),
        "libraries": libraries,
        "assets": [[pk, n] for pk, n in each],
    }
