"""A theme's look and calendars (no language prefix), and the calendar page."""

from django.urls import path, register_converter

from . import feeds, views


class YearConverter:
    """A year of four digits, so that each has one address."""

    regex = "[12][0-9]{3}"

    def to_python(self, value: str) -> int:
        return int(value)

    def to_url(self, value: int) -> str:
        return str(value)


register_converter(YearConverter, "year")

permanent = [
    path("kalender.ics", feeds.send_calendar, name="calendar_feed"),
    path("kalender/<slug:slug>.ics", feeds.send_calendar, name="theme_calendar_feed"),
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

urlpatterns = [
    path("kalender/", views.show_calendar, name="calendar"),
    path("kalender/<year:year>/", views.show_calendar, name="calendar_year"),
]
