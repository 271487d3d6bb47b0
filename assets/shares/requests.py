"""A receiver's wish for more time, as a letter to the maker of the link."""

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

from core.site_address import whole
from libraries.permissions import coordinators

from ..models import ShareLink, ShareRequest


def contact_for(share: ShareLink):
    """Whom a receiver asks: the maker, or a coordinator when the maker is no more."""
    maker = share.created_by
    return maker if maker and maker.is_active else coordinators().first()


def send(request_pk: int) -> None:
    """Mail the wish, then forget it: who asked is kept no longer than it takes."""
    wish = (
        ShareRequest.objects.filter(pk=request_pk)
        .select_related("share__created_by")
        .first()
    )
    if wish is None:
        return
    contact = contact_for(wish.share)
    if contact:
        context = {
            "site_name": settings.WAGTAIL_SITE_NAME,
            "to_name": contact.first_name,
            "wish": wish,
            "share": wish.share,
            "url": whole(reverse("shares:inspect", args=[wish.share_id])),
        }
        with translation.override(settings.LANGUAGE_CODE):
            subject = render_to_string("emails/assets/more_time_subject.txt", context)
            body = render_to_string("emails/assets/more_time.txt", context)
        EmailMessage(
            " ".join(subject.split()),
            body,
            None,
            [contact.email],
            reply_to=[wish.email],
        ).send()
    wish.delete()
