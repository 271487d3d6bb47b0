import re

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel

TIME = re.compile(r"(?:(\d{1,2})[.:])?(\d{1,3})[.:]([0-5]\d)")


class FilmChapter(models.Model):
    """A place in a film that one can go to. They stand in the order of their times."""

    page = ParentalKey(
        "campaigns.FilmPage", on_delete=models.CASCADE, related_name="chapters"
    )
    time = models.CharField(
        _("tid"),
        max_length=10,
        help_text=_("Minutter og sekunder, fx 2.05."),
    )
    title = models.CharField(_("titel"), max_length=100)

    panels = [
        FieldRowPanel(
            [FieldPanel("time", required_on_save=True), FieldPanel("title")],
        )
    ]

    class Meta:
        verbose_name = _("kapitel")
        verbose_name_plural = _("kapitler")

    def __str__(self):
        return f"{self.time} {self.title}"

    def clean(self):
        if self.time and not TIME.fullmatch(self.time.strip()):
            raise ValidationError(
                {"time": _("Skriv tiden i minutter og sekunder, fx 2.05.")}
            )
        self.time = self.time.strip().replace(":", ".")

    @property
    def seconds(self) -> int | None:
        """How far into the film it begins; None without a time that can be read."""
        if not (time := TIME.fullmatch(self.time)):
            return None
        hours, minutes, seconds = (int(part or 0) for part in time.groups())
        return hours * 3600 + minutes * 60 + seconds


def chapter_errors(chapters: list[FilmChapter], length: float | None) -> dict[int, str]:
    """What is wrong with chapters among themselves and in a film of that length.

    By the chapter's place in the list.
    """
    errors, seen = {}, set()
    for place, chapter in enumerate(chapters):
        if chapter.seconds in seen:
            errors[place] = _("Et andet kapitel begynder på samme tid.")
        elif length and chapter.seconds >= length:
            errors[place] = _("Filmen er slut på det tidspunkt.")
        seen.add(chapter.seconds)
    return errors
