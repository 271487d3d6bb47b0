"""What happens when rows of this app go away."""

from django.db.models.signals import post_delete

from wagtail.permissions import register_permission_policy

from core.jobs import enqueue_on_commit

from .models import Asset, FileVersion
from .permissions import asset_policy
from .tasks import delete_objects


def delete_version_objects(sender, instance, **kwargs) -> None:
    """Delete a version's stored objects once the deletion of its row is certain."""
    enqueue_on_commit(delete_objects, instance.key, instance.preview_key)


def register_signal_handlers() -> None:
    post_delete.connect(delete_version_objects, sender=FileVersion)
    register_permission_policy(Asset, asset_policy())
