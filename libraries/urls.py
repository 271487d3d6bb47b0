from django.urls import path

from . import views

urlpatterns = [
    path("biblioteker.json", views.searchable_libraries, name="searchable_libraries"),
    path("mit-bibliotek/", views.my_library, name="my_library"),
    path("mit-bibliotek/vaelg/", views.choose_library, name="choose_library"),
    path("mit-bibliotek/inviter/", views.invite_colleague, name="invite_colleague"),
    path(
        "mit-bibliotek/tilknytning/<int:pk>/afgoer/",
        views.decide_membership,
        name="decide_membership",
    ),
    path(
        "mit-bibliotek/tilknytning/<int:pk>/afslut/",
        views.end_membership,
        name="end_membership",
    ),
    path("invitation/<str:token>/", views.invitation, name="invitation"),
]
