"""How people narrow down the materials; every choice stands in the address."""

from django import forms
from django.utils.translation import gettext_lazy as _

import django_filters

from themes.models import Theme

from .models import Asset, AssetFile, Format


class AssetFilter(django_filters.FilterSet):
    """Campaign, kind, purpose and format; an unknown value changes nothing."""

    tema = django_filters.ModelChoiceFilter(
        field_name="theme",
        to_field_name="slug",
        queryset=Theme.objects.public(),
        label=_("Kampagne"),
        empty_label=_("Alle kampagner"),
    )
    slags = django_filters.ChoiceFilter(
        field_name="kind",
        choices=Asset.Kind.choices,
        label=_("Slags"),
        empty_label=_("Alle slags"),
    )
    til = django_filters.ChoiceFilter(
        field_name="files__purpose",
        choices=AssetFile.Purpose.choices,
        label=_("Til"),
        empty_label=_("Alle formål"),
        distinct=True,
    )
    format = django_filters.ModelChoiceFilter(
        field_name="files__format",
        to_field_name="slug",
        queryset=Format.objects.all(),
        label=_("Format"),
        empty_label=_("Alle formater"),
        distinct=True,
    )
    emne = django_filters.CharFilter(
        field_name="tags__slug", widget=forms.HiddenInput, distinct=True
    )

    class Meta:
        model = Asset
        fields = []

    @property
    def is_narrowed(self) -> bool:
        """Whether any choice has been made."""
        return any(self.data.get(name) for name in self.filters)
