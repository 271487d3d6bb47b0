from wagtail import hooks
from wagtail.snippets.models import register_snippet

from .bibliography.pasting import urlpatterns as pasting_urls
from .viewsets import PartnershipGroup

register_snippet(PartnershipGroup)


@hooks.register("register_admin_urls")
def register_pasting_of_titles():
    return pasting_urls
