from django.db import models
from django.utils.translation import gettext_lazy as _


class SharePicture(models.Model):
    """The picture that is kept for sharing an address, as it was last asked for.

    ``subject`` is whose it is ("side-12"), ``digest`` what it shows: another one when
    anything on it changes. ``key`` is where it lies in public storage.
    """

    subject = models.CharField(max_length=40, unique=True)
    digest = models.CharField(max_length=32)
    key = models.CharField(max_length=80, unique=True)
    made_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("delebillede")
        verbose_name_plural = _("delebilleder")

    def __str__(self):
        return f"{self.subject} {self.digest[:8]}"
