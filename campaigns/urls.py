from django.urls import path

from core.feeds import feed_paths

from . import feeds, views
from .embeds.component import send_component
from .embeds.oembed import answer_oembed
from .embeds.picker import show_picker
from .embeds.styles import send_stylesheet
from .embeds.views import show_embed
from .ideas import sending_views
from .ideas.catalogue_views import send_catalogue
from .releases.previews import show_page, show_release

# Outside the languages.
permanent = [
    path("oembed", answer_oembed, name="oembed"),
    path("temasamarbejde.js", send_component, name="embed_component"),
    path(
        "indlejr/stil/<slug:kind>-<int:pk>.<slug:digest>.css",
        send_stylesheet,
        name="embed_styles",
    ),
]

app_name = "campaigns"
urlpatterns = [
    path("indlejr/", show_picker, name="embed_picker"),
    path("indlejr/<slug:kind>/<uuid:key>/", show_embed, name="embed"),
    *feed_paths("kampagner/<int:pk>/", feeds.send_stories, "stories"),
    *feed_paths("ideer/", feeds.send_ideas, "ideas"),
    path("ideer/<int:pk>/idekatalog.pdf", send_catalogue, name="idea_catalogue"),
    path("laeselister/<int:pk>/udlevering.pdf", views.handout, name="handout"),
    path("laeselister/<int:pk>/plakat-<str:size>.pdf", views.poster, name="poster"),
    path("laeselister/<int:pk>/titler.csv", views.titles_as_csv, name="titles_csv"),
    path("laeselister/<int:pk>/titler.ris", views.titles_as_ris, name="titles_ris"),
    path("laeselister/<int:pk>/titler.xml", views.titles_as_marc, name="titles_marc"),
    path("mit-bibliotek/ideer/", sending_views.sent_ideas, name="sent_ideas"),
    path("mit-bibliotek/ideer/ny/", sending_views.new_idea, name="new_idea"),
    path("mit-bibliotek/ideer/<int:pk>/", sending_views.sent_idea, name="sent_idea"),
    path(
        "mit-bibliotek/ideer/<int:pk>/slet/",
        sending_views.delete_idea,
        name="delete_idea",
    ),
    path("udgivelse/<str:token>/", show_release, name="release"),
    path("udgivelse/<str:token>/<int:pk>/", show_page, name="release_page"),
]
