from wagtail import hooks
from wagtail_modeladmin.options import modeladmin_register

from core.audit.formatting import register_events

from .admin import LibrariesGroup
from .audit import STANDING_WORDS, WORDS

modeladmin_register(LibrariesGroup)


@hooks.register("register_log_actions")
def register_memberships(actions):
    register_events(actions, WORDS, STANDING_WORDS)
