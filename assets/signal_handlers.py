"""What happens when rows of this app go away."""

from django.db.models.signals import post_delete, post_save

from wagtail.permissions import register_permission_policy

from core.jobs import enqueue_on_commit

from .models import Asset, AssetFile, FileVersion, Format
from .permissions import asset_policy
from .preflight import note_verdict
from .tasks import delete_objects


def delete_version_objects(sender, instance, **kwargs) -> None:
    """Delete a version's stored objects once the deletion of its row is certain."""
    enqueue_on_commit(delete_objects, instance.key, instance.preview_key)


def judge_file(sender, instance, **kwargs) -> None:
    """Judge a file anew: its format or its purpose may be another."""
    version = instance.current_version
    if version and version.spec:
        version.file = instance
        note_verdict(version)


def judge_format(sender, instance, created, **kwargs) -> None:
    """Judge the files of a format anew: its size or bleed may be another."""
    if created:
        return
    versions = FileVersion.objects.ready().filter(file__format=instance)
    for version in versions.select_related("file__asset", "file__format"):
        note_verdict(version)


def register_signal_handlers() -> None:
    post_save.connect(judge_file, sender=AssetFile)
    post_save.connect(judge_format, sender=Format)
    post_delete.connect(delete_version_objects, sender=FileVersion)
    register_permission_policy(Asset, asset_policy())
