"""Addresses that stay for good (no language prefix), and the asset's own page."""

from django.urls import path

from . import delivery, views
from .baskets.urls import urlpatterns as basket_urls
from .browsing import saved_searches
from .mailed.urls import urlpatterns as mailed_urls
from .mailed.views import show_package
from .packages.delivery import serve_package
from .share_pictures.views import send_share_picture
from .shares.urls import urlpatterns as share_urls

permanent = [
    path("m/<str:public_id>/", delivery.serve_file, name="file"),
    path("m/<str:public_id>/v<int:number>/", delivery.serve_file, name="file_version"),
    path(
        "m/<str:public_id>/afspil/",
        delivery.serve_file,
        {"play": True},
        name="file_play",
    ),
    path(
        "m/<str:public_id>/v<int:number>/afspil/",
        delivery.serve_file,
        {"play": True},
        name="version_play",
    ),
    path(
        "delebillede/<slug:name>.<slug:digest>.jpg",
        send_share_picture,
        name="share_picture",
    ),
    path("pakke/<slug:slug>.zip", serve_package, name="package"),
    path("pakke/<slug:slug>/", show_package, name="package_contents"),
    *mailed_urls,
    *basket_urls,
    *share_urls,
]

urlpatterns = [
    path("materialer/soegninger/gem/", saved_searches.save_search, name="save_search"),
    path(
        "materialer/soegninger/<int:pk>/slet/",
        saved_searches.delete_search,
        name="delete_search",
    ),
    path("materialer/<slug:slug>/", views.asset_detail, name="asset"),
]
