"""What the outbox keeps of people."""

import datetime

from django.db.models import Q, QuerySet

from core.privacy.records import keep, older

from .backends import AWAITED, open_awaited
from .models import Message

TEXTS = ("subject", "body", "error")
PURPOSE = "sende breve én gang, og se, hvad der blev sendt"
ENDS = "efter at brevet blev skrevet; rækken bliver, og teksten tømmes"
DAYS = 90


def letters_to(person) -> QuerySet:
    """Those that name the person as their reader, sealed ones among them."""
    addresses = {person.email}
    addresses.update(each.email.lower() for each in person.emailaddress_set.all())
    sealed = [
        message.pk
        for message in Message.objects.filter(kind=AWAITED).exclude(about={})
        if (letter := open_awaited(**message.about))
        and addresses & {address.lower() for address in letter.to}
    ]
    return Message.objects.filter(
        Q(about__person=person.pk) | Q(about__decider=person.pk) | Q(pk__in=sealed)
    )


def letters_naming(person) -> QuerySet:
    """Those whose text has the person's address or name."""
    found = Q(pk__in=[])
    name = person.get_full_name()
    for words in (person.email, name if " " in name else ""):
        if words:
            found |= Q(subject__icontains=words) | Q(body__icontains=words)
    return Message.objects.filter(found)


def drop(letters: QuerySet) -> None:
    """Send them no more, and keep nothing of what they said."""
    states = Message.State
    letters.exclude(state=states.SENT).update(state=states.DROPPED)
    empty(letters)


def old_letters(now: datetime.datetime) -> QuerySet:
    said = ~Q(subject="", body="", error="") | Q(kind=AWAITED) & ~Q(about={})
    return Message.objects.filter(said, created_at__lt=older(now, DAYS))


def empty(letters: QuerySet) -> None:
    """Keep nothing of what they said; a sealed one says it all in ``about``."""
    letters.filter(kind=AWAITED).update(about={})
    letters.update(**dict.fromkeys(TEXTS, ""))


def register() -> None:
    """Fill the table."""
    common = {"texts": TEXTS, "purpose": PURPOSE, "ends": ENDS, "days": DAYS}
    # Numbers of rows, or a sealed letter with a link that lets one in.
    common["secret"] = ("about",)
    keep("mail.Message", **common, of=letters_to, is_whole=True, erase=drop)
    keep(
        "mail.Message",
        **common, of=letters_naming, is_whole=True, old=old_letters, forget=empty,
    )  # fmt: skip
