"""The address that the law asks for (no language prefix), and the form."""

from django.urls import path, re_path

from .accessibility import views

permanent = [re_path(r"^was/?$", views.find_statement, name="accessibility_statement")]

urlpatterns = [path("sig-til/", views.report, name="accessibility_report")]
