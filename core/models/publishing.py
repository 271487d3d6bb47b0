"""What people have answered to warnings before publishing."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class AnsweredWarning(models.Model):
    """That a person has seen a warning about a page and means it to be so.

    ``key`` is that of the finding: while it stays the same, nobody is asked again.
    """

    page = models.ForeignKey(
        "wagtailcore.Page", on_delete=models.CASCADE, related_name="+"
    )
    key = models.CharField(max_length=40)
    warning = models.TextField(_("advarsel"))
    reason = models.CharField(_("begrundelse"), max_length=300, blank=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("svaret af"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    answered_at = models.DateTimeField(_("svaret"), auto_now=True)

    class Meta:
        verbose_name = _("svar på advarsel")
        verbose_name_plural = _("svar på advarsler")
        constraints = [
            models.UniqueConstraint(fields=["page", "key"], name="one_answer_a_warning")
        ]

    def __str__(self) -> str:
        return self.reason or self.key
