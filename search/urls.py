from django.urls import path

from .views import search_page, suggestions

urlpatterns = [
    path("soeg/", search_page, name="search"),
    path("soeg/forslag/", suggestions, name="search_suggestions"),
]
