from django.db import models
from django.db.models import ExpressionWrapper, F, Max, OuterRef, Q, Subquery
from django.utils.translation import gettext_lazy as _

from wagtail.models import Collection

from ..permissions import Audience


def _path(name: str) -> ExpressionWrapper:
    return ExpressionWrapper(OuterRef(name), output_field=models.CharField())


class CollectionAccessQuerySet(models.QuerySet):
    """The least accesses of collections, which hold for all below them too."""

    def closed_to(self, audience: Audience, library=None):
        """The collections, as a query, that keep ``audience`` or ``library`` out."""
        closing = self.filter(access__gt=audience)
        if library:
            named = CollectionAccess.libraries.through.objects.filter(library=library)
            closing = closing.exclude(
                access=Audience.NAMED, pk__in=named.values("collectionaccess_id")
            )
        above = closing.alias(below=_path("path")).filter(
            below__startswith=F("collection__path")
        )
        return Collection.objects.filter(models.Exists(above)).order_by().values("pk")

    def least_in(self, collection: Collection) -> int | None:
        """The highest access that ``collection`` or one above it asks, if any does."""
        paths = [
            collection.path[:length]
            for length in range(
                Collection.steplen, len(collection.path) + 1, Collection.steplen
            )
        ]
        above = self.filter(collection__path__in=paths)
        return above.aggregate(least=Max("access"))["least"]


def least_access() -> Subquery:
    """``CollectionAccess.objects.least_in`` for a query of assets."""
    above = (
        CollectionAccess.objects.alias(below=_path("collection__path"))
        .filter(below__startswith=F("collection__path"))
        .order_by("-access")
    )
    return Subquery(above.values("access")[:1])


class CollectionAccess(models.Model):
    """The least access of a collection: no asset in it is open to more than that."""

    ACCESS = [
        (Audience.LIBRARY, _("Biblioteker, der er logget ind")),
        (Audience.NAMED, _("Kun udvalgte biblioteker")),
        (Audience.EDITOR, _("Kun redaktører")),
    ]

    collection = models.OneToOneField(
        Collection,
        verbose_name=_("samling"),
        on_delete=models.CASCADE,
        related_name="+",
        help_text=_("Gælder også samlingerne under den."),
    )
    access = models.PositiveSmallIntegerField(_("hvem må højst hente"), choices=ACCESS)
    libraries = models.ManyToManyField(
        "libraries.Library",
        verbose_name=_("udvalgte biblioteker"),
        blank=True,
        related_name="+",
    )

    objects = CollectionAccessQuerySet.as_manager()

    class Meta:
        verbose_name = _("adgang til samling")
        verbose_name_plural = _("adgang til samlinger")
        ordering = ["collection__path"]
        constraints = [
            models.CheckConstraint(
                condition=Q(access__gt=Audience.ANYONE),
                name="collection_access_restricts",
            )
        ]

    def __str__(self):
        return f"{self.collection}: {self.get_access_display()}"
