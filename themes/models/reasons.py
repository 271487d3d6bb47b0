from collections.abc import Mapping

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class ReasonQuerySet(models.QuerySet):
    def in_force(self):
        return self.filter(ended_at=None)

    @transaction.atomic
    def keep_for(self, theme, reasons: Mapping[str, tuple[str, str]], user) -> None:
        """Keep the reasons given for a theme: warning and reason by the warning's code.

        One that is reworded or no longer needed is ended, not deleted.
        """
        kept = {row.code: row for row in self.in_force().filter(theme=theme)}
        over = [
            row.pk
            for code, row in kept.items()
            if code not in reasons or reasons[code][1] != row.reason
        ]
        if over:
            self.filter(pk__in=over).update(ended_at=timezone.now())
        self.bulk_create(
            self.model(
                theme=theme, code=code, warning=warning, reason=reason, user=user
            )
            for code, (warning, reason) in reasons.items()
            if code not in kept or kept[code].pk in over
        )


class TimetableReason(models.Model):
    """Why a timetable stands in spite of a warning, in an editor's words.

    Who, when and what the warning said is kept, also when it no longer applies
    (``ended_at``).
    """

    theme = models.ForeignKey(
        "themes.Theme",
        verbose_name=_("tema"),
        on_delete=models.CASCADE,
        related_name="timetable_reasons",
    )
    code = models.CharField(max_length=60)
    warning = models.TextField(_("advarsel"))
    reason = models.CharField(_("begrundelse"), max_length=400)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("af"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    created_at = models.DateTimeField(_("skrevet"), auto_now_add=True)
    ended_at = models.DateTimeField(_("ophævet"), null=True, blank=True)

    objects = ReasonQuerySet.as_manager()

    class Meta:
        verbose_name = _("begrundelse i tidsplanen")
        verbose_name_plural = _("begrundelser i tidsplanen")
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["theme", "code"],
                condition=models.Q(ended_at=None),
                name="one_timetable_reason_in_force",
            )
        ]

    def __str__(self):
        return self.reason
