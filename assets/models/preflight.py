from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class PreflightOverrideQuerySet(models.QuerySet):
    def in_force(self):
        return self.filter(ended_at=None)


class PreflightOverride(models.Model):
    """An editor's word that a version may be printed though a rule failed.

    Who, when and why is kept, also when the word is taken back (``ended_at``).
    """

    version = models.ForeignKey(
        "assets.FileVersion", on_delete=models.CASCADE, related_name="overrides"
    )
    reason = models.CharField(_("begrundelse"), max_length=250)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("af"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    created_at = models.DateTimeField(_("godkendt"), auto_now_add=True)
    ended_at = models.DateTimeField(_("ophævet"), null=True, blank=True)

    objects = PreflightOverrideQuerySet.as_manager()

    class Meta:
        verbose_name = _("godkendelse trods fejl")
        verbose_name_plural = _("godkendelser trods fejl")
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["version"],
                condition=models.Q(ended_at=None),
                name="one_override_in_force",
            )
        ]

    def __str__(self):
        return self.reason
