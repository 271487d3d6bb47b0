from django.urls import path

from . import actions, views

urlpatterns = [
    path("mit-bibliotek/kurve/", views.basket_list, name="baskets"),
    path("mit-bibliotek/kurve/ny/", views.make_basket, name="make_basket"),
    path("mit-bibliotek/kurve/laeg/", views.add_to_basket, name="add_to_basket"),
    path("mit-bibliotek/kurve/<int:pk>/", views.show_basket, name="basket"),
    path("mit-bibliotek/kurve/<int:pk>/hent/", views.fetch_basket, name="fetch_basket"),
    path(
        "mit-bibliotek/kurve/<int:pk>/<slug:action>/",
        actions.change_basket,
        name="change_basket",
    ),
]
