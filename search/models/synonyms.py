from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from ..language import words_of

MOST = 20


class Synonym(models.Model):
    """Words that mean the same: who searches for one finds the others too."""

    words = models.CharField(
        _("ord, der betyder det samme"),
        max_length=300,
        unique=True,
        help_text=_(
            "Med komma imellem: ”plakat, poster”. Et udtryk må være flere ord: "
            "”sociale medier, some”."
        ),
    )

    class Meta:
        verbose_name = _("synonym")
        verbose_name_plural = _("synonymer")
        ordering = ["words"]

    def __str__(self):
        return self.words

    @property
    def phrases(self) -> list[str]:
        """The words, each once, in the editor's order."""
        phrases = (" ".join(phrase.split()) for phrase in self.words.split(","))
        return list(dict.fromkeys(phrase for phrase in phrases if phrase))

    def clean(self):
        phrases = self.phrases
        if len(phrases) < 2 or not all(any(words_of(one)) for one in phrases):
            raise ValidationError(
                {"words": _("Skriv mindst to ord med komma imellem.")}
            )
        if len(phrases) > MOST:
            raise ValidationError({"words": _("Skriv højst %(n)s ord.") % {"n": MOST}})
        self.words = ", ".join(phrases)
