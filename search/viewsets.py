"""What editors keep of the search: synonyms, and what people did not find."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from wagtail.admin.ui.tables import Column, DateColumn, NumberColumn, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.contrib.search_promotions.models import Query, SearchPromotion
from wagtail.permissions import policy_registry

from .models import MissedQuery, Synonym


class SynonymCreateView(generic.CreateView):
    """May begin with the word that somebody searched for in vain."""

    def get_initial(self):
        return {**super().get_initial(), "words": self.request.GET.get("ord", "")[:300]}


class SynonymViewSet(ModelViewSet):
    """Words that mean the same."""

    model = Synonym
    name = "synonyms"
    icon = "search"
    menu_label = _("Synonymer i søgning")
    menu_order = 890
    add_to_settings_menu = True
    copy_view_enabled = False
    add_view_class = SynonymCreateView
    list_display = [
        TitleColumn("words", label=_("Ord"), url_name="synonyms:edit", sort_key="words")
    ]
    search_fields = ["words"]
    search_backend_name = None
    form_fields = ["words"]


class WaysColumn(Column):
    """What an editor can do about a search without a find, at one click."""

    cell_template_name = "admin/search/ways_cell.html"

    def get_cell_context_data(self, instance, parent_context):
        context = super().get_cell_context_data(instance, parent_context)
        user = parent_context["request"].user
        if user.has_perm("search.add_synonym"):
            query = urlencode({"ord": f"{instance.text}, "})
            context["synonym_url"] = f"{reverse('synonyms:add')}?{query}"
        if user.has_perm("wagtailsearchpromotions.add_searchpromotion"):
            context["promote_url"] = reverse(
                "missed_queries:promote", args=[instance.pk]
            )
        if user.has_perm("search.delete_missedquery"):
            context["delete_url"] = reverse("missed_queries:delete", args=[instance.pk])
        context["search_url"] = f"{reverse('search')}?{urlencode({'q': instance.text})}"
        return context


class MissedQueryIndexView(generic.IndexView):
    """What was asked in vain, the most often asked first."""

    page_subtitle = _("Ingen kan se, hvem der søgte. Glemmes efter et halvt år.")


@require_POST
def promote(request, pk: int):
    """Begin a promoted result for what somebody searched for in vain."""
    policy = policy_registry.get_by_type(SearchPromotion)
    if not policy.user_has_permission(request.user, "add"):
        raise PermissionDenied
    missed = get_object_or_404(MissedQuery, pk=pk)
    query = Query.get(missed.text)
    return redirect("wagtailsearchpromotions:edit", query.pk)


class MissedQueryViewSet(ModelViewSet):
    """Searches without a find: seen and deleted, never written here."""

    model = MissedQuery
    name = "missed_queries"
    icon = "search"
    menu_label = _("Søgninger uden fund")
    menu_name = "missed-queries"
    menu_order = 1290
    menu_hook = "register_reports_menu_item"
    copy_view_enabled = False
    inspect_view_enabled = False
    index_view_class = MissedQueryIndexView
    list_display = [
        Column("text", label=_("Søgt efter"), sort_key="text"),
        NumberColumn("count", label=_("Gange"), sort_key="count"),
        DateColumn("last_at", label=_("Sidst"), sort_key="last_at"),
        WaysColumn("ways", label=_("Gør noget ved det")),
    ]
    search_fields = ["text"]
    search_backend_name = None
    form_fields = ["text"]

    def get_urlpatterns(self):
        return [
            *super().get_urlpatterns(),
            path("<int:pk>/promote/", promote, name="promote"),
        ]
