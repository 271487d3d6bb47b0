"""Addresses that stay for good (no language prefix), and the asset's own page."""

from django.urls import path

from . import delivery, packages, saved_searches, views

permanent = [
    path("m/<str:public_id>/", delivery.serve_file, name="file"),
    path("m/<str:public_id>/v<int:number>/", delivery.serve_file, name="file_version"),
    path(
        "m/<str:public_id>/afspil/",
        delivery.serve_file,
        {"play": True},
        name="file_play",
    ),
    path("pakke/<slug:slug>.zip", packages.serve_package, name="package"),
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
