"""What stands outside the languages (the law's address, sitemaps), and other pages."""

from django.urls import path, re_path

from core.feeds import feed_paths

from . import feeds, sitemap
from .accessibility import views
from .markdown.views import send_llms, send_page
from .style_guide import show_style_guide

permanent = [
    re_path(r"^was/?$", views.find_statement, name="accessibility_statement"),
    path("llms.txt", send_llms, name="llms"),
    path("sitemap.xml", sitemap.show_sitemap, name="sitemap"),
    path(
        "sitemap-<slug:name>-<int:number>.xml", sitemap.show_part, name="sitemap_part"
    ),
]

urlpatterns = [
    re_path(r"^(?P<path>(?:[\w-]+/)*)index\.md$", send_page, name="markdown"),
    *feed_paths("nyheder/", feeds.send_news, "news"),
    *feed_paths("materialer/nye/", feeds.send_assets, "assets"),
    path("sig-til/", views.report, name="accessibility_report"),
    path("stil/", show_style_guide, name="style_guide"),
]
