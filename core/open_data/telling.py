"""Says what a thing is called to the world: its uuid, its kind and its addresses."""

import uuid
from collections.abc import Iterable

from django.contrib.auth.models import AnonymousUser
from django.db.models import Model
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import override

from wagtail.models import Locale, Page

from ..models import OpenRecord
from ..pictures import made_of
from ..site_address import whole
from ..visibility import visible, with_restrictions
from .shapes import Picture, Reference, Translation

NAMESPACE = "api_v2"

_kinds: dict[type[Model], str] = {}


def told_as(model: type[Model], kind: str) -> None:
    """Have things of ``model`` told as ``kind``, the name of its endpoint."""
    _kinds[model] = kind


def kind_of(model: type[Model]) -> str | None:
    """The endpoint that tells of things of ``model``, if one does."""
    return _kinds.get(model)


def page_uuid(translation_key: uuid.UUID, language: str) -> uuid.UUID:
    """The uuid of a page in one of its languages.

    Reckoned (RFC 9562, version 5) from what Wagtail never changes: the key that a page
    has in common with its translations, and its language, which tells it from them.
    """
    return uuid.uuid5(translation_key, language)


def address_of(kind: str, name: uuid.UUID) -> str:
    """Where the API tells of a thing."""
    return whole(reverse(f"{NAMESPACE}:{kind}:detail", args=[name]))


def _as_a_stranger(request: HttpRequest) -> HttpRequest:
    """The request as it would be from somebody whom nobody knows."""
    stranger = HttpRequest()
    stranger.META = {
        name: request.META[name]
        for name in ("SERVER_NAME", "SERVER_PORT", "HTTP_HOST")
        if name in request.META
    }
    stranger.user = AnonymousUser()
    return stranger


class Teller:
    """Tells of things in the course of one answer, always as to a stranger.

    The languages of the site are looked up once.
    """

    def __init__(self, request: HttpRequest):
        self.request = _as_a_stranger(request)

    @cached_property
    def languages(self) -> dict[int, str]:
        return dict(Locale.objects.values_list("pk", "language_code"))

    def language_of(self, page: Page) -> str:
        return self.languages[page.locale_id]

    def uuid_of(self, thing: Model) -> uuid.UUID:
        if isinstance(thing, Page):
            return page_uuid(thing.translation_key, self.language_of(thing))
        return thing.uuid

    def url_of(self, thing: Model) -> str:
        """The address that people read, in Danish where it has several."""
        if isinstance(thing, Page):
            return thing.get_full_url(self.request)
        with override("da"):
            return whole(thing.get_absolute_url())

    def reference(self, thing: Model) -> Reference:
        """Point to a thing that may be shown."""
        model = type(thing)
        if isinstance(thing, Page) and model is Page:
            model = thing.specific_class
        kind, name = kind_of(model), self.uuid_of(thing)
        return Reference(
            uuid=name,
            kind=kind,
            title=thing.title,
            url=self.url_of(thing),
            api=address_of(kind, name) if kind else None,
        )

    def named(self, thing: Model, record: OpenRecord) -> dict:
        """What a ``Thing`` begins with."""
        return {
            "uuid": record.uuid,
            "kind": record.kind,
            "title": thing.title,
            "url": self.url_of(thing),
            "api": address_of(record.kind, record.uuid),
            "changed": record.changed_at,
        }

    def references(self, things: Iterable[Model]) -> list[Reference]:
        return [self.reference(thing) for thing in things]

    def translations(self, pages: Iterable[Page]) -> dict[uuid.UUID, list[Page]]:
        """The pages that say the same and may be shown, by their key; one query."""
        keys = {page.translation_key for page in pages}
        same = with_restrictions(Page.objects.filter(translation_key__in=keys))
        found: dict[uuid.UUID, list[Page]] = {key: [] for key in keys}
        for page in visible(same.order_by("path")):
            found[page.translation_key].append(page)
        return found

    def translation(self, page: Page, kind: str) -> Translation:
        name = self.uuid_of(page)
        return Translation(
            language=self.language_of(page),
            uuid=name,
            title=page.title,
            url=self.url_of(page),
            api=address_of(kind, name),
        )

    def picture(self, image, alt: str | None = None) -> Picture | None:
        """A picture as wide as feeds have it, once the worker has made it."""
        if not image or not image.is_in_period:
            return None
        made = made_of(image).fallback
        if not made:
            return None
        return Picture(
            url=made.full_url,
            width=made.width,
            height=made.height,
            alt=image.description if alt is None else alt,
            credit=image.credit,
        )
