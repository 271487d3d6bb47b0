"""Taking somebody out of the site: what is theirs goes, what is the library's stays.

Their row becomes a pseudonym, the same however often it is done, so that the history,
the materials and the pages still say that one and the same person made them.
"""

from django.db import transaction
from django.db.models import QuerySet
from django.dispatch import Signal
from django.utils import timezone

from wagtail.log_actions import log
from wagtail.models import Page
from wagtail.search import index

from core.audit.protection import history_open
from core.privacy.records import Record, all_records

from ..addresses import addresses_of
from ..models import Erasure, User
from .erasures import digest_of
from .sweeping import Place, Words, sweep

ERASED = "users.person_erased"
# Ends in a name that no mail reaches (RFC 2606).
DOMAIN = "slettet.invalid"

# Sent within the transaction, while the person still has their name: apps end what the
# person holds. Arguments: person.
person_leaves = Signal()


class LastAdministrator(Exception):
    """Nobody would be left who may do everything."""


def pseudonym_of(person: User) -> str:
    """What the person is called afterwards."""
    return f"Slettet person {digest_of(person)[:8]}"


def is_erased(person: User) -> bool:
    return person.email.endswith(f"@{DOMAIN}")


def places_of(person: User) -> list[Place]:
    """Where texts name the person, changed by nothing."""
    return list(sweep(_words(person), only_look=True))


@transaction.atomic
def erase(person: User) -> list[Place]:
    """Erase a person, and return where texts named them.

    Places that are left have the name alone, which may be another's: somebody must
    look. Raises LastAdministrator.
    """
    person = User.objects.select_for_update().get(pk=person.pk)
    _must_leave_an_administrator(person)
    words = _words(person)
    person_leaves.send(type(person), person=person)
    for record, rows in _rows_that_go(person):
        record.erase(rows)
    _make_pseudonym(person, words)
    with history_open():
        places = list(sweep(words))
    _index_anew(places)
    done = {"erased_at": timezone.now()}
    Erasure.objects.get_or_create(digest=digest_of(person), defaults=done)
    log(instance=person, action=ERASED)
    return places


def _rows_that_go(person: User) -> list[tuple[Record, QuerySet]]:
    """Found before any is gone: some lead to others."""
    found = [
        (record, list(record.rows_of(person).values_list("pk", flat=True)))
        for record in all_records()
        if record.erase
    ]
    return [
        (record, record.model._base_manager.filter(pk__in=pks)) for record, pks in found
    ]


def _words(person: User) -> Words:
    return Words(
        emails=addresses_of(person),
        phone=person.phone,
        name=person.get_full_name(),
        new_email=_new_email(person),
        new_name=pseudonym_of(person),
    )


def _new_email(person: User) -> str:
    return f"{digest_of(person)[:8]}@{DOMAIN}"


def _must_leave_an_administrator(person: User) -> None:
    others = User.objects.exclude(pk=person.pk)
    if (
        person.is_superuser
        and not others.filter(is_superuser=True, is_active=True).exists()
    ):
        raise LastAdministrator


def _make_pseudonym(person: User, words: Words) -> None:
    person.email = words.new_email
    person.first_name, _space, person.last_name = words.new_name.rpartition(" ")
    person.phone = ""
    person.last_login = None
    person.is_active = person.is_staff = person.is_superuser = False
    # Ends every session that somebody may still hold.
    person.set_unusable_password()
    person.save()
    person.groups.clear()
    person.user_permissions.clear()


def _index_anew(places: list[Place]) -> None:
    """Let Wagtail's search forget the words: it holds a copy of its own."""
    changed = {(place.model, place.pk) for place in places if not place.is_left}
    for model, pk in changed:
        if not issubclass(model, index.Indexed):
            continue
        found = model._base_manager.filter(pk=pk).first()
        if isinstance(found, Page):
            found = found.specific
        if found:
            index.insert_or_update_object(found)
