"""Answers that belong to no app: pages, robots.txt and icons."""

from django.apps import apps
from django.conf import settings
from django.core.exceptions import BadRequest, ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.templatetags.static import static

from wagtail import views as wagtail_views
from wagtail.admin.auth import require_admin_access
from wagtail.admin.views.bulk_action import index as wagtail_bulk_action
from wagtail.admin.views.bulk_action.registry import bulk_action_registry
from wagtail.contrib.redirects.views import process_import
from wagtail.permissions import policy_registry

from .frame import find_page
from .headers import ONE_YEAR
from .speculation import DIGEST, RULES

ROBOTS = """User-agent: *
Disallow: /admin/
Disallow: /del/
Disallow: /m/
Disallow: /pakke/
Disallow: /soeg/?
Disallow: /soeg/forslag/
Disallow: /mit-bibliotek/
Disallow: /udgivelse/
Allow: /m/*/afspil/

Sitemap: {base}/sitemap.xml
"""


def serve_page(request: HttpRequest, path: str) -> HttpResponse:
    """Answer with the page at ``path``, found at once; else as Wagtail finds it."""
    if page := find_page(request, path):
        try:
            request._wagtail_route_for_request = page.route(request, [])
        except Http404:
            request._wagtail_route_for_request = None
    return wagtail_views.serve(request, path)


def never_here(request: HttpRequest, *args: str) -> HttpResponse:
    """Answer for addresses of a package's that this site does without."""
    raise Http404


def icon(request: HttpRequest, name: str) -> HttpResponse:
    """Lead to an icon from where browsers and feed readers look unasked."""
    return HttpResponseRedirect(static(f"img/{name}"))


def robots(request: HttpRequest) -> HttpResponse:
    return HttpResponse(
        ROBOTS.format(base=settings.BASE_URL), content_type="text/plain; charset=utf-8"
    )


def speculation_rules(request: HttpRequest, digest: str) -> HttpResponse:
    """Send the rules, which have another address when they are changed."""
    if digest != DIGEST:
        raise Http404
    response = HttpResponse(RULES, content_type="application/speculationrules+json")
    response["Cache-Control"] = ONE_YEAR
    return response


@require_admin_access
def import_redirects(request: HttpRequest) -> HttpResponse:
    """Wagtail's, which takes for granted that its hidden fields came with the form."""
    try:
        return process_import(request)
    except KeyError as error:
        raise BadRequest from error


# Whoever may do one of these to something may know that it is there.
KNOWING = ("view", "change", "delete", "publish", "lock", "unlock", "bulk_delete")


@require_admin_access
def bulk_action(
    request: HttpRequest, app_label: str, model_name: str, action: str
) -> HttpResponse:
    """Wagtail's, asked of what the person may know of; the rest is not there.

    Wagtail would name what the person may not act on: drafts, and people.
    """
    chosen = bulk_action_registry.get_bulk_action_class(app_label, model_name, action)
    if chosen is None:
        raise Http404
    model = apps.get_model(app_label, model_name)
    policy = policy_registry.get_by_type(model)
    known = policy.instances_user_has_any_permission_for(request.user, KNOWING)
    asked = request.GET.getlist("id")
    if "all" in asked:
        above = request.GET.get("childOf")
        try:
            asked = chosen(request, model).get_all_objects_in_listing_query(above)
        except (ValueError, ObjectDoesNotExist) as error:
            raise Http404 from error
    # No more digits than a database takes.
    pks = [pk for pk in asked if str(pk).isdecimal() and len(str(pk)) < 10]
    found = set(known.filter(pk__in=pks).values_list("pk", flat=True))
    request.GET = request.GET.copy()
    request.GET.setlist("id", sorted(found))
    return wagtail_bulk_action(request, app_label, model_name, action)
