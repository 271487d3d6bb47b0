from django.urls import path

from . import views

urlpatterns = [
    path("del/<str:token>/", views.show_share, name="share"),
    path("del/<str:token>/alt.zip", views.fetch_shared_package, name="share_package"),
    path("del/<str:token>/mere-tid/", views.ask_for_more, name="share_more_time"),
    path(
        "del/<str:token>/<str:public_id>/", views.fetch_shared_file, name="share_file"
    ),
]
