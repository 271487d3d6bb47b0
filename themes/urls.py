from django.urls import path

from . import views

urlpatterns = [
    path(
        "tema/<int:pk>.<slug:digest>.css",
        views.theme_stylesheet,
        name="theme_stylesheet",
    ),
    path("tema/<int:pk>.<slug:digest>.svg", views.theme_pattern, name="theme_pattern"),
    path(
        "tema/<int:pk>.<slug:digest>.moerk.svg",
        views.theme_pattern,
        {"dark": True},
        name="theme_pattern_dark",
    ),
]
