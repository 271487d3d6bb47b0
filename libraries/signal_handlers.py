from django.apps import AppConfig
from django.dispatch import Signal

from .models import Region
from .roles import ensure_groups, replace_wagtails_groups


def ensure_data(sender, using, **kwargs):
    """Make the six areas and the groups, and give each group what its role may do."""
    if using == "default":
        Region.objects.ensure()
        ensure_groups()
        replace_wagtails_groups()


def register_signal_handlers(post_migrate: Signal, last_app: AppConfig) -> None:
    """Listen for the end of a migration."""
    post_migrate.connect(
        ensure_data, sender=last_app, dispatch_uid="libraries.ensure_data"
    )
