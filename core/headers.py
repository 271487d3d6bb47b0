"""Response headers that depend on which part of the site answers."""

from collections.abc import Callable
from functools import wraps

from django.conf import settings
from django.http import HttpResponse

from .speculation import tell_rules

NO_STORE = "private, no-store"
ONE_YEAR = "public, max-age=31536000, immutable"


class HeadersMiddleware:
    """Give the admin its own content policy, and keep private answers out of caches.

    Stands outermost, so that redirects and error pages carry the headers too. The
    public policy itself is set by django-csp, which reads ``_csp_replace``.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        is_admin = request.path.startswith("/admin/")
        if is_admin:
            response.headers["X-Robots-Tag"] = "noindex"
            response.headers["Referrer-Policy"] = "same-origin"
        if request.path.startswith(settings.MEDIA_URL) and response.status_code == 200:
            # Renditions and previews: what lies under a name never changes.
            response.headers["Cache-Control"] = ONE_YEAR
        if response.status_code == 429:
            # Most rates count an hour (settings.ACCOUNT_RATE_LIMITS).
            response.headers.setdefault("Retry-After", "3600")
        if not response.has_header("Cache-Control"):
            # Asked of the cookies, not of the database, which may be what failed.
            personal = (
                is_admin
                or settings.SESSION_COOKIE_NAME in request.COOKIES
                or response.cookies
            )
            response.headers["Cache-Control"] = NO_STORE if personal else "no-cache"
        if not getattr(response, "is_framed_anywhere", False):
            tell_rules(response)
        return response


def framed_anywhere(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Let every site frame what ``view`` answers, which no other page of ours allows.

    Only for what any stranger may see and nobody can do anything with: who is signed in
    must not be led to press what they do not see. Search engines leave it out.
    """

    @wraps(view)
    def framed(*args, **kwargs) -> HttpResponse:
        response = view(*args, **kwargs)
        response.is_framed_anywhere = True
        response.xframe_options_exempt = True
        response._csp_replace = {"frame-ancestors": ["*"]}
        response["Cross-Origin-Resource-Policy"] = "cross-origin"
        response["X-Robots-Tag"] = "noindex"
        return response

    return framed


POLICY = "Content-Security-Policy"


class AdminPolicyMiddleware:
    """Widen the content policy under ``/admin/``; must stand inside CSPMiddleware.

    A preview is a public page and comes with the public policy; it may be framed by
    the editor and nothing more.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if not request.path.startswith("/admin/"):
            return response
        # A preview brings the one of its public page.
        response.headers["X-Frame-Options"] = "SAMEORIGIN"
        if policy := response.headers.get(POLICY):
            response.headers[POLICY] = policy.replace(
                "frame-ancestors 'none'", "frame-ancestors 'self'"
            )
        else:
            response._csp_replace = settings.ADMIN_CONTENT_SECURITY_POLICY
        return response
