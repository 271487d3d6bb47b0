"""The letter to a library when its idea is decided."""

from django.utils.translation import gettext_lazy as _

from wagtail.models import Page, WorkflowState
from wagtail.signals import page_published, workflow_rejected

from core.site_address import whole
from libraries.letters import addresses_of
from libraries.models import Membership
from mail.letters import Letter, register_letter
from mail.sending import post

from ..models import IdeaPage, SentIdea

PUBLISHED, SENT_BACK = "idea_published", "idea_sent_back"


def tell_of_publishing(sender, instance: IdeaPage, **kwargs) -> None:
    """Post the letter that it is out; once, however often it is published."""
    for idea in SentIdea.objects.filter(page=instance.pk):
        post(PUBLISHED, f"{PUBLISHED}:{idea.pk}", {"idea": idea.pk})


def tell_of_a_no(sender, instance: WorkflowState, **kwargs) -> None:
    """Post the letter with the editors' reason, in the transaction that says no."""
    page = instance.content_object
    if not isinstance(page, Page):
        return
    step = instance.current_task_state_id
    for idea in SentIdea.objects.filter(page=page.pk):
        post(SENT_BACK, f"{SENT_BACK}:{step}", {"idea": idea.pk, "step": step})


def write_published(idea: int) -> Letter | None:
    """None when it is not out any more."""
    sent = SentIdea.objects.with_fate().filter(pk=idea).first()
    if sent is None or sent.state != SentIdea.State.PUBLISHED:
        return None
    return _letter(PUBLISHED, sent, url=sent.page.full_url)


def write_sent_back(idea: int, step: int) -> Letter | None:
    """None when the editors have gone on with it since."""
    sent = SentIdea.objects.with_fate().filter(pk=idea).first()
    if sent is None or sent.state != SentIdea.State.DECLINED:
        return None
    if sent.review is None or sent.review.current_task_state_id != step:
        return None
    return _letter(SENT_BACK, sent, url=whole(sent.get_absolute_url()))


def _letter(name: str, idea: SentIdea, url: str) -> Letter:
    """To who sent it, while they are remembered and there; or else to the library."""
    people = Membership.objects.active().at(idea.library)
    sender = people.filter(user=idea.sender_id, user__is_active=True).first()
    to = [sender.user.email] if sender else addresses_of(idea.library)
    context = {
        "idea": idea,
        "url": url,
        "to_name": sender.user.first_name if sender else "",
    }
    return Letter.drawn(f"campaigns/{name}", context, to)


def register_letters() -> None:
    """Let the outbox write these, when an idea is decided."""
    register_letter(PUBLISHED, _("En idé er udgivet"), write_published)
    register_letter(SENT_BACK, _("En idé kom ikke med"), write_sent_back)
    page_published.connect(tell_of_publishing, sender=IdeaPage, dispatch_uid=PUBLISHED)
    workflow_rejected.connect(tell_of_a_no, dispatch_uid=SENT_BACK)
