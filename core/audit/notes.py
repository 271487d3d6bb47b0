"""Noting what nobody else notes."""

import ipaddress

from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from django.db.models.signals import pre_save
from django.http import HttpRequest
from django.utils import timezone

from wagtail.log_actions import log
from wagtail.models import ModelLogEntry, PageLogEntry

from allauth.account.adapter import get_adapter
from structlog.contextvars import get_contextvars

# So much of an address is kept: a street of the net, not a machine.
KEPT_BITS = {4: 24, 6: 48}


def note(
    instance: Model | None,
    action: str,
    *,
    request: HttpRequest | None = None,
    user: Model | None = None,
    **data,
) -> None:
    """Note an event with where it came from; ``instance`` None is somebody unknown."""
    if request and (place := place_of(request)):
        data["from"] = place
    if instance is not None:
        log(instance=instance, action=action, user=user, data=data)
        return
    people = ContentType.objects.get_for_model(get_user_model())
    # No row has the number 0.
    ModelLogEntry.objects.create(
        content_type=people,
        object_id="0",
        label="?",
        action=action,
        data=data,
        timestamp=timezone.now(),
    )


def place_of(request: HttpRequest) -> str:
    """The visitor's address, cut short; nothing when the request has none."""
    if not request.META.get("REMOTE_ADDR"):
        return ""
    address = ipaddress.ip_address(get_adapter().get_client_ip(request))
    if mapped := getattr(address, "ipv4_mapped", None):
        address = mapped
    bits = KEPT_BITS[address.version]
    return str(ipaddress.ip_network(f"{address}/{bits}", strict=False))


def watch_requests() -> None:
    """Let each event say which request it came from, as the logs do."""
    for model in (ModelLogEntry, PageLogEntry):
        pre_save.connect(_name_the_request, sender=model)


def _name_the_request(instance, raw: bool = False, **kwargs) -> None:
    name = get_contextvars().get("request_id")
    if name and not raw and instance.pk is None:
        instance.data = {"request": name, **(instance.data or {})}
