from django.urls import path

from . import views

urlpatterns = [
    path(
        "pakke/<slug:slug>/mail/", views.mail_theme_package, name="mail_theme_package"
    ),
    path(
        "mit-bibliotek/pakker/<int:pk>/",
        views.show_mailed_package,
        name="mailed_package",
    ),
    path(
        "mit-bibliotek/pakker/<int:pk>/hent/",
        views.fetch_mailed_package,
        name="fetch_mailed_package",
    ),
    path(
        "mit-bibliotek/pakker/<int:pk>/stand/",
        views.mailed_package_progress,
        name="mailed_package_progress",
    ),
]
