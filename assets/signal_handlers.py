"""What happens when rows of this app go away."""

from django.db.models.signals import m2m_changed, post_delete, post_save

from wagtail.permissions import register_permission_policy

from core.jobs import enqueue_on_commit

from .browsing.counting import note_change
from .browsing.profiles import refresh_profiles
from .models import (
    Asset,
    AssetFile,
    CustomImage,
    FileVersion,
    Format,
    QuarantinedFile,
)
from .permissions import asset_policy
from .pictures.preparing import mark_of
from .preflight.rules import note_verdict
from .signals import assets_changed
from .tasks import (
    delete_objects,
    delete_pictures,
    prepare_picture,
    refresh_profiles_of_format,
    write_text_file,
)
from .tombstones import bury


def delete_version_objects(sender, instance, origin=None, **kwargs) -> None:
    """Delete a version's pictures, and its object at once or in 35 days.

    What was never let in goes at once. An infected one that still lies here is
    evidence: it is moved, and deleted there.
    """
    S = FileVersion.State
    if instance.state in (S.READY, S.WITHDRAWN):
        bury(instance, origin)
        enqueue_on_commit(delete_pictures, instance.key, instance.preview_key)
        return
    if not QuarantinedFile.objects.filter(origin=instance.key, is_moved=False).exists():
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


def refresh_profile_of_file(sender, instance, raw=False, **kwargs) -> None:
    """Let lists know what the asset of a changed file is now."""
    if not raw:
        refresh_profiles([instance.asset_id])


def refresh_profile_of_version(sender, instance, raw=False, **kwargs) -> None:
    """The same when a current version was measured or checked."""
    owners = AssetFile.objects.filter(current_version=instance)
    if not raw and (pks := list(owners.values_list("asset", flat=True))):
        refresh_profiles(pks)


def refresh_profiles_of_changed_format(sender, instance, raw=False, **kwargs) -> None:
    """The same for all assets of a format; there may be many."""
    if not raw and not kwargs.get("created"):
        enqueue_on_commit(refresh_profiles_of_format, instance.pk)


def write_changed_text(sender, instance, raw=False, **kwargs) -> None:
    """Make the Word file of a text; the task does nothing when it is unchanged."""
    if not raw and instance.has_text:
        enqueue_on_commit(write_text_file, instance.pk)


def prepare_changed_picture(sender, instance, raw=False, **kwargs) -> None:
    """Have a picture made ready for pages when it is new, or has another file."""
    if raw or instance.prepared == mark_of(instance):
        return
    if instance.prepared.partition(" ")[2] not in ("", instance.file.name):
        # Wagtail's form does so too, but when the worker may have gone by them.
        instance.renditions.all().delete()
    enqueue_on_commit(prepare_picture, instance.pk)


def register_signal_handlers() -> None:
    post_save.connect(judge_file, sender=AssetFile)
    post_save.connect(judge_format, sender=Format)
    post_save.connect(refresh_profile_of_file, sender=AssetFile)
    post_delete.connect(refresh_profile_of_file, sender=AssetFile)
    post_save.connect(refresh_profile_of_version, sender=FileVersion)
    post_save.connect(refresh_profiles_of_changed_format, sender=Format)
    post_save.connect(write_changed_text, sender=Asset)
    post_save.connect(prepare_changed_picture, sender=CustomImage)
    post_delete.connect(delete_version_objects, sender=FileVersion)
    for signal in (post_save, post_delete, assets_changed):
        signal.connect(note_change, sender=Asset)
    m2m_changed.connect(note_change, sender=Asset.named_libraries.through)
    register_permission_policy(Asset, asset_policy())
