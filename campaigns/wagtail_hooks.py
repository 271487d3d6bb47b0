from wagtail.snippets.models import register_snippet

from .viewsets import PartnershipGroup

register_snippet(PartnershipGroup)
