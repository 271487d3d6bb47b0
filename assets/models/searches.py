from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class SavedSearch(models.Model):
    """Choices in the list of materials that a person comes back to.

    ``query`` is the part of the list's address after the question mark.
    """

    MOST = 20

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="saved_searches",
    )
    name = models.CharField(_("navn"), max_length=60)
    query = models.CharField(_("valg"), max_length=1000)
    # Until when the person has seen what the search finds.
    seen_at = models.DateTimeField(_("set"), default=timezone.now)

    class Meta:
        verbose_name = _("gemt søgning")
        verbose_name_plural = _("gemte søgninger")
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "query"], name="one_saved_search_a_query"
            )
        ]

    def __str__(self):
        return self.name
