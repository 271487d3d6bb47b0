from django.db import models
from django.utils.translation import gettext_lazy as _


class Word(models.Model):
    """A word that stands somewhere in the index: for spelling help and compounds.

    ``count`` is in how many entries, as last counted. That a word is here does not mean
    that anybody may know of it: what is shown is first looked for as who asks.
    """

    word = models.CharField(_("ord"), max_length=40, unique=True)
    backwards = models.CharField(max_length=40, db_index=True)
    stem = models.CharField(max_length=40, db_index=True)
    shown = models.CharField(_("som det skrives"), max_length=60)
    initial = models.CharField(max_length=1)
    length = models.PositiveSmallIntegerField()
    count = models.PositiveIntegerField(_("antal"), default=1, db_index=True)

    class Meta:
        verbose_name = _("ord")
        verbose_name_plural = _("ord")
        indexes = [models.Index(fields=["initial", "length"], name="word_like")]

    def __str__(self):
        return self.shown
