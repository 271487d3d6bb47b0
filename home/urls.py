"""The address that the law asks for (no language prefix), and pages of no editor's."""

from django.urls import path, re_path

from .accessibility import views
from .style_guide import show_style_guide

permanent = [re_path(r"^was/?$", views.find_statement, name="accessibility_statement")]

urlpatterns = [
    path("sig-til/", views.report, name="accessibility_report"),
    path("stil/", show_style_guide, name="style_guide"),
]
