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
    """What can we do with two hours and no money?

    Time, price and notice are the most that a library has. An idea for everyone suits
    each audience too; one that does not say how long it takes is not promised to fit.
    """

    class Hours(TextChoices):
        TWO = "2", _("Højst 2 timer")
        FIVE = "5", _("Højst 5 timer")
        TEN = "10", _("Højst 10 timer")
        TWENTY = "20", _("Højst 20 timer")

    class Price(TextChoices):
        FREE = "gratis", _("Gratis")
        LOW = "under-1000", _("Højst 1.000 kr.")
        MIDDLE = "1000-5000", _("Højst 5.000 kr.")

    class Notice(TextChoices):
        ONE = "1", _("Højst 1 uge")
        TWO = "2", _("Højst 2 uger")
        FOUR = "4", _("Højst 4 uger")
        EIGHT = "8", _("Højst 8 uger")

    # The choices are the model's; it imports this module, so they come late.
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        from .models import IdeaPage

        for name, choices in {
            "hvem": IdeaPage.Audience,
            "plads": IdeaPage.Space,
            "partner": IdeaPage.PartnerType,
        }.items():
            self.filters[name].extra["choices"] = choices.choices

    hvem = django_filters.ChoiceFilter(
        method="suits", label=_("For hvem"), empty_label=_("Alle målgrupper")
    )
    timer = django_filters.ChoiceFilter(
        field_name="staff_hours",
        lookup_expr="lte",
        choices=Hours.choices,
        label=_("Tid"),
        empty_label=_("Uanset tid"),
    )
    pris = django_filters.ChoiceFilter(
        method="costs_at_most",
        choices=Price.choices,
        label=_("Pris"),
        empty_label=_("Alle priser"),
    )
    varsel = django_filters.ChoiceFilter(
        field_name="lead_weeks",
        lookup_expr="lte",
        choices=Notice.choices,
        label=_("Varsel"),
        empty_label=_("Uanset varsel"),
    )
    plads = django_filters.ChoiceFilter(
        field_name="space", label=_("Plads"), empty_label=_("Uanset plads")
    )
    partner = django_filters.ChoiceFilter(
        field_name="partner_type", label=_("Partner"), empty_label=_("Alle partnere")
    )

    def suits(self, ideas, name: str, audience: str):
        return ideas.filter(audience__in=[audience, "alle"])

    def costs_at_most(self, ideas, name: str, price: str):
        dearest = self.Price.values.index(price)
        return ideas.filter(cost__in=self.Price.values[: dearest + 1])


class ReadingListFilter(_CatalogueFilter):
    """Reading lists by campaign."""


class FilmFilter(_CatalogueFilter):
    """Films by campaign."""
