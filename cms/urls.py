"""Every address of the site, in the order in which they are tried."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from django.views.static import serve

from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls

from assets.urls import permanent as permanent_asset_urls
from campaigns.harvesting.views import answer_oai
from campaigns.urls import permanent as permanent_campaign_urls
from core.offline import send_manifest, send_worker
from core.open_data.documentation import show_documentation
from core.operations.health import healthz, readyz
from core.operations.metrics import show_metrics
from core.views import (
    bulk_action,
    icon,
    import_redirects,
    never_here,
    robots,
    serve_page,
    speculation_rules,
)
from home.models.settings import contact_email
from home.urls import permanent as permanent_home_urls
from themes.urls import permanent as permanent_theme_urls
from users.views import admin_login

from .api import router as api

# Renditions and previews on disk; a front server or the bucket takes over when grown.
public_files = (
    []
    if settings.FILES_ON_S3
    else [
        re_path(r"^media/(?P<path>.+)$", serve, {"document_root": settings.MEDIA_ROOT})
    ]
)

urlpatterns = [
    path("healthz", healthz, name="healthz"),
    path("readyz", readyz, name="readyz"),
    path("metrics", show_metrics, name="metrics"),
    path("robots.txt", robots, name="robots"),
    path("favicon.ico", icon, {"name": "favicon.ico"}),
    path("apple-touch-icon.png", icon, {"name": "apple-touch-icon.png"}),
    path("offline.js", send_worker, name="offline_worker"),
    path("naeste-sider.<slug:digest>.json", speculation_rules),
    path("admin/login/", admin_login),
    # Files are assets: Wagtail's documents would be a second way in, without checks.
    re_path(r"^admin/(documents|api/main/documents|bulk/wagtaildocs)(/|$)", never_here),
    # Wagtail's samples of its own error pages; the second of them is a 500.
    re_path(r"^admin/(test404|failwhale)/$", never_here),
    path("admin/redirects/import/process/", import_redirects),
    path("admin/bulk/<str:app_label>/<str:model_name>/<str:action>/", bulk_action),
    path("admin/", include(wagtailadmin_urls)),
    path("api/", show_documentation, {"router": api}, name="api_documentation"),
    path("api/v2/", api.urls),
    path("oai", answer_oai, {"contact": contact_email}, name="oai"),
    path("", include("users.urls")),
    path("", include("libraries.urls")),
    *permanent_home_urls,
    *permanent_theme_urls,
    *permanent_asset_urls,
    *permanent_campaign_urls,
    *public_files,
    *i18n_patterns(
        path("app.webmanifest", send_manifest, name="manifest"),
        path("", include("search.urls")),
        path("", include("assets.urls")),
        path("", include("campaigns.urls")),
        path("", include("themes.urls")),
        path("", include("home.urls")),
        re_path(wagtail_urls.serve_pattern, serve_page, name="wagtail_serve"),
        path("", include(wagtail_urls)),
        prefix_default_language=False,
    ),
]

handler400 = "core.errors.bad_request"
handler403 = "core.errors.forbidden"
handler404 = "core.errors.not_found"
handler500 = "core.errors.server_error"
