from django.db import models
from django.utils.translation import gettext_lazy as _


class AccessibilityReport(models.Model):
    """What somebody could not use, until it is mailed to who answers for the site."""

    page = models.CharField(_("siden"), max_length=500, blank=True)
    text = models.TextField(_("hvad gik galt"), max_length=4000)
    email = models.EmailField(_("din e-mail"), blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("melding om tilgængelighed")
        verbose_name_plural = _("meldinger om tilgængelighed")

    def __str__(self):
        return self.page or self.text[:60]
