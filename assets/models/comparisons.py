from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class VersionComparison(models.Model):
    """What differs between the drawn pages of two versions of a file.

    Made by the worker when somebody asks, and kept: versions never change. ``pairs``
    has a row for each pair of pages (versions/comparing.py tells what stands in it).
    """

    class State(models.TextChoices):
        WAITING = "waiting", _("Findes nu")
        READY = "ready", _("Klar")

    old = models.ForeignKey(
        "assets.FileVersion", on_delete=models.CASCADE, related_name="+"
    )
    new = models.ForeignKey(
        "assets.FileVersion", on_delete=models.CASCADE, related_name="+"
    )
    state = models.CharField(max_length=8, choices=State, default=State.WAITING)
    pairs = models.JSONField(default=list)
    # How many pictures each had when it was made: more may have been drawn since.
    old_pictures = models.PositiveSmallIntegerField(default=0)
    new_pictures = models.PositiveSmallIntegerField(default=0)
    asked_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("sammenligning")
        verbose_name_plural = _("sammenligninger")
        constraints = [
            models.UniqueConstraint(
                fields=["old", "new"], name="one_comparison_of_two_versions"
            )
        ]

    def __str__(self):
        return f"{self.old} / {self.new}"
