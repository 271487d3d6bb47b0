from django.urls import path

from . import views
from .ideas.catalogue_views import send_catalogue

app_name = "campaigns"
urlpatterns = [
    path("ideer/<int:pk>/idekatalog.pdf", send_catalogue, name="idea_catalogue"),
    path("laeselister/<int:pk>/titler.csv", views.titles_as_csv, name="titles_csv"),
    path("laeselister/<int:pk>/titler.ris", views.titles_as_ris, name="titles_ris"),
    path("laeselister/<int:pk>/titler.xml", views.titles_as_marc, name="titles_marc"),
]
