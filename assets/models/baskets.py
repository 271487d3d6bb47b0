from django.conf import settings
from django.db import models
from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from libraries.permissions import library_of


class BasketQuerySet(models.QuerySet):
    def of(self, user):
        """The person's own baskets, the one last used first."""
        return self.filter(owner=user)

    def open_to(self, user):
        """The person's own, and those that colleagues at the same library share.

        Who sees a basket puts things in it and takes them out; ``owner`` does the rest.
        """
        if not user.is_authenticated:
            return self.none()
        mine = Q(owner=user)
        if library := library_of(user):
            mine |= Q(library=library, is_shared=True)
        return self.filter(mine)

    def chosen_by(self, user):
        """The one that the person's next things go into, None when there is none."""
        chosen = self.open_to(user).filter(choices__user=user).first()
        return chosen or self.of(user).first()

    def with_count(self):
        return self.annotate(count=Count("items"))


class Basket(models.Model):
    """Files that a person, or a library's people, collect to fetch as one package."""

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="baskets"
    )
    library = models.ForeignKey(
        "libraries.Library",
        verbose_name=_("bibliotek"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="baskets",
    )
    name = models.CharField(_("navn"), max_length=80)
    is_shared = models.BooleanField(_("delt med kolleger"), default=False)
    created_at = models.DateTimeField(_("oprettet"), auto_now_add=True)
    used_at = models.DateTimeField(_("sidst brugt"), auto_now=True)

    objects = BasketQuerySet.as_manager()

    class Meta:
        verbose_name = _("kurv")
        verbose_name_plural = _("kurve")
        ordering = ["-used_at", "-pk"]
        indexes = [models.Index(fields=["library", "is_shared"])]

    def __str__(self):
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("basket", args=[self.pk])


class BasketChoice(models.Model):
    """Which basket a person's next things go into: their own or a colleague's."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        primary_key=True,
        related_name="+",
    )
    basket = models.ForeignKey(Basket, on_delete=models.CASCADE, related_name="choices")

    class Meta:
        verbose_name = _("valgt kurv")
        verbose_name_plural = _("valgte kurve")

    def __str__(self):
        return str(self.basket)


class BasketItem(models.Model):
    """A file in a basket. The title is kept, to name what has gone since."""

    basket = models.ForeignKey(Basket, on_delete=models.CASCADE, related_name="items")
    file = models.ForeignKey(
        "assets.AssetFile", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    title = models.CharField(max_length=260)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("fil i en kurv")
        verbose_name_plural = _("filer i kurve")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["basket", "file"], name="a_file_once_in_a_basket"
            )
        ]

    def __str__(self):
        return self.title
