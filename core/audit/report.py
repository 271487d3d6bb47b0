"""The audit log in Wagtail's admin, for administrators alone."""

from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.forms import CheckboxSelectMultiple
from django.urls import path, reverse_lazy
from django.utils.translation import gettext_lazy as _

from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.reports.audit_logging import LogEntriesView
from wagtail.models import ModelLogEntry, PageLogEntry

import django_filters

from .kinds import KINDS, events_of


class AuditFilterSet(WagtailFilterSet):
    """By kind, person and time."""

    kind = django_filters.MultipleChoiceFilter(
        label=_("Slags"),
        choices=list(KINDS.items()),
        widget=CheckboxSelectMultiple,
        method="of_kinds",
    )
    person = django_filters.CharFilter(
        label=_("Person (navn eller e-mail)"), method="of_person"
    )
    timestamp = django_filters.DateFromToRangeFilter(
        label=_("Dato"), widget=DateRangePickerWidget
    )

    class Meta:
        model = PageLogEntry
        fields = []

    def of_kinds(self, queryset: QuerySet, name: str, value: list[str]) -> QuerySet:
        return queryset.filter(events_of(value)) if value else queryset

    def of_person(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        """What somebody did, and what was done to them."""
        model = get_user_model()
        named = Q()
        for word in value.split():
            named &= Q(first_name__icontains=word) | Q(last_name__icontains=word)
        people = model.objects.filter(Q(email__icontains=value) | named)
        pks = list(people.values_list("pk", flat=True))
        by_or_about = Q(user__in=pks)
        if queryset.model is ModelLogEntry:
            of_people = ContentType.objects.get_for_model(model)
            numbers = [str(pk) for pk in pks]
            by_or_about |= Q(content_type=of_people, object_id__in=numbers)
        return queryset.filter(by_or_about)


class AuditReportView(LogEntriesView):
    """Who signed in, was given what, and did what cannot be undone."""

    results_template_name = "admin/core/audit_results.html"
    page_title = _("Sikkerhedslog")
    header_icon = "key"
    filterset_class = AuditFilterSet
    index_url_name = "audit_report"
    index_results_url_name = "audit_report_results"
    export_headings = {
        **LogEntriesView.export_headings,
        "data.from": _("Fra"),
        "comment": _("Mere"),
    }
    list_export = [*LogEntriesView.list_export, "data.from", "comment"]

    def dispatch(self, request, *args, **kwargs):
        if not request.user.is_superuser:
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def filter_queryset(self, queryset):
        return super().filter_queryset(queryset.filter(events_of(list(KINDS))))

    def get_filename(self):
        return "sikkerhedslog"


class AdministratorsMenuItem(MenuItem):
    """Shown to administrators."""

    def is_shown(self, request):
        return request.user.is_superuser


menu_item = AdministratorsMenuItem(
    _("Sikkerhedslog"), reverse_lazy("audit_report"), icon_name="key", order=1010
)
urlpatterns = [
    path("reports/sikkerhedslog/", AuditReportView.as_view(), name="audit_report"),
    path(
        "reports/sikkerhedslog/results/",
        AuditReportView.as_view(results_only=True),
        name="audit_report_results",
    ),
]
