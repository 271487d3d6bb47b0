"""How visitors narrow down the catalogues; every choice stands in the address."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

import django_filters

from themes.models import Theme


class _CatalogueFilter(django_filters.FilterSet):
    tema = django_filters.ModelChoiceFilter(
        field_name="theme",
        to_field_name="slug",
        queryset=Theme.objects.public(),
        label=_("Kampagne"),
        empty_label=_("Alle kampagner"),
    )

    @property
    def is_narrowed(self) -> bool:
        """Whether any choice has been made."""
        return any(self.data.get(name) for name in self.filters)


class IdeaFilter(_CatalogueFilter):
    """What can we do with two hours and no money?"""

    class Hours(TextChoices):
        TWO = "2", _("Højst 2 timer")
        FIVE = "5", _("Højst 5 timer")
        TEN = "10", _("Højst 10 timer")

    # The choices are the model's; it imports this module, so they come late.
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        from .models import IdeaPage

        for name, choices in {
            "hvem": IdeaPage.Audience,
            "pris": IdeaPage.Cost,
            "plads": IdeaPage.Space,
            "partner": IdeaPage.PartnerType,
        }.items():
            self.filters[name].extra["choices"] = choices.choices

    hvem = django_filters.ChoiceFilter(
        field_name="audience", label=_("For hvem"), empty_label=_("Alle målgrupper")
    )
    timer = django_filters.ChoiceFilter(
        choices=Hours.choices,
        method=lambda queryset, name, value: queryset.filter(
            staff_hours__lte=int(value)
        ),
        label=_("Tid"),
        empty_label=_("Uanset tid"),
    )
    pris = django_filters.ChoiceFilter(
        field_name="cost", label=_("Pris"), empty_label=_("Alle priser")
    )
    plads = django_filters.ChoiceFilter(
        field_name="space", label=_("Plads"), empty_label=_("Al slags plads")
    )
    partner = django_filters.ChoiceFilter(
        field_name="partner_type", label=_("Partner"), empty_label=_("Alle partnere")
    )


class ReadingListFilter(_CatalogueFilter):
    """Reading lists by campaign."""


class FilmFilter(_CatalogueFilter):
    """Films by campaign."""
