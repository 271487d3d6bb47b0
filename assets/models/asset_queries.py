"""What is asked of assets: by state, rights and audience."""

import datetime

from django.db import models
from django.db.models import Prefetch, Q
from django.utils import timezone

from wagtail.search.queryset import SearchableQuerySetMixin

from ..permissions import Audience, audience_of, library_behind
from ..signals import assets_changed
from .access import CollectionAccess, least_access

# What the facets are counted by, from this index alone (browsing/counting.py).
FACETS = models.Index(
    fields=[
        "state",
        "theme",
        "kind",
        "profile",
        "access",
        "collection",
        "usable_from",
        "usable_until",
        "consent_until",
        "published_at",
    ],
    name="asset_facets",
)


class AssetQuerySet(SearchableQuerySetMixin, models.QuerySet):
    """Assets in the words of rights and audiences; cheap to list."""

    def published(self):
        return self.filter(state=self.model.State.PUBLISHED)

    def usable(self, day: datetime.date | None = None):
        """Published and inside the rights period on ``day``: a query, not a job."""
        day = day or timezone.localdate()
        return self.published().filter(
            Q(usable_from=None) | Q(usable_from__lte=day),
            Q(usable_until=None) | Q(usable_until__gte=day),
            Q(consent_until=None) | Q(consent_until__gte=day),
        )

    def for_user(self, user):
        """The usable assets that ``user`` may fetch."""
        return self.usable().open_to(user)

    def listed_for(self, user):
        """The usable assets that ``user`` may know of.

        Who is not signed in is told of the libraries' files, with the way in.
        """
        return self.usable().open_to(user, at_least=Audience.LIBRARY)

    def open_to(self, user, at_least: Audience = Audience.ANYONE):
        """Those whose own access, and whose collection's, let ``user`` in.

        With ``at_least``, as if ``user`` belonged to that audience at the least; a
        library is let in by name only where it is named.
        """
        audience, library = max(audience_of(user), at_least), library_behind(user)
        return self._open_to(audience, library)

    def open_to_library(self, library):
        """Those that ``library`` is let in to, whoever works there."""
        return self._open_to(Audience.LIBRARY, library)

    def _open_to(self, audience: Audience, library):
        own = Q(access__lte=audience)
        if library:
            named = self.model.named_libraries.through.objects.filter(library=library)
            own |= Q(access=Audience.NAMED, pk__in=named.values("asset_id"))
        closed = CollectionAccess.objects.closed_to(audience, library)
        return self.filter(own).exclude(collection__in=closed)

    # What changes rows past ``save`` says so, as that does by its signal.

    def update(self, **kwargs):
        changed = super().update(**kwargs)
        names = {self.model._meta.get_field(name).name for name in kwargs}
        if names & set(FACETS.fields):
            assets_changed.send(self.model)
        return changed

    update.alters_data = True

    def bulk_create(self, *args, **kwargs):
        created = super().bulk_create(*args, **kwargs)
        assets_changed.send(self.model)
        return created

    bulk_create.alters_data = True

    def for_list(self):
        """With all that a card shows, in a fixed number of queries."""
        from .versions import AssetFile

        return (
            self.select_related("theme", "licence")
            .prefetch_related(
                Prefetch(
                    "files", AssetFile.objects.with_current(), to_attr="listed_files"
                )
            )
            .annotate(least_access=least_access())
        )
