"""Answers of the API: lists, single things, and why there is none.

Wagtail's API v2 gives the router, the view and its errors. What is asked and what is
answered are shapes of our own, since Wagtail's tell primary keys and know neither what
is gone nor where a list ended.
"""

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path
from django.utils.translation import override

from wagtail.api.v2.utils import BadRequestError
from wagtail.api.v2.views import BaseAPIViewSet

from rest_framework.exceptions import MethodNotAllowed
from rest_framework.renderers import JSONRenderer

from ..models import OpenRecord
from ..requests import says_unreadable
from ..site_address import whole
from .answers import answer, not_allowed, preflight, refuse, refuse_unreadable
from .questions import NoQuestion, Place, Question, read_question
from .records import in_order
from .shapes import Error, Farewell, Gone, Listing, Reference, Shape
from .telling import Teller


class Endpoint(BaseAPIViewSet):
    """Tells of one kind of things: a list, and each by its uuid.

    Subclasses say what they tell (``row`` in lists, ``whole`` alone), what they can be
    asked, and how things are fetched and told.
    """

    renderer_classes = [JSONRenderer]
    # The answer never depends on who asks.
    authentication_classes: list = []
    permission_classes: list = []
    http_method_names = ["get", "head", "options"]

    kind: str
    # What it is called to people, and in one sentence what it is; in Danish.
    title: str
    about: str
    row: type[Shape]
    whole: type[Shape]
    question: type[Question] = Question

    @classmethod
    def get_urlpatterns(cls):
        mark = says_unreadable(refuse_unreadable)
        listing = mark(cls.as_view({"get": "listing_view"}))
        detail = mark(cls.as_view({"get": "detail_view"}))
        return [
            path("", listing, name="listing"),
            path("<uuid:name>/", detail, name="detail"),
        ]

    # What subclasses answer.

    def fetch(self, pks: Iterable[int], *, is_whole: bool) -> dict[int, Model]:
        """Those of ``pks`` that any stranger may be shown, with all that is told."""
        raise NotImplementedError

    def tell(
        self, things: dict[int, Model], records: dict[int, OpenRecord], teller: Teller
    ) -> dict[int, Shape]:
        """Things as rows of a list."""
        raise NotImplementedError

    def tell_whole(self, thing: Model, record: OpenRecord, teller: Teller) -> Shape:
        """One thing with all that there is to it."""
        raise NotImplementedError

    def narrow(self, records: QuerySet, question: Any) -> QuerySet:
        """The records that a question leaves."""
        return records

    def successors(self, pks: Iterable[int], teller: Teller) -> dict[int, Reference]:
        """What took the place of those that are gone, where something did."""
        return {}

    # How they are asked.

    def listing_view(self, request) -> HttpResponse:
        question = read_question(self.question, request.GET)
        records = OpenRecord.objects.filter(kind=self.kind)
        if question.modified_since:
            records = records.filter(changed_at__gte=question.modified_since)
        else:
            records = records.filter(is_gone=False)
        records = in_order(
            self.narrow(records, question),
            question.after,
            is_newest_first=question.order == "-changed",
        )
        found = list(records[: question.limit + 1])
        page, rest = found[: question.limit], found[question.limit :]
        teller = Teller(request)
        here = {record.object_id: record for record in page if not record.is_gone}
        told = self.tell(self.fetch(here, is_whole=False), here, teller)
        more = self._next(request, page[-1]) if rest else None
        listing = Listing[self.row](
            items=[told[pk] for pk in here if pk in told],
            gone=self._gone([record for record in page if record.is_gone], teller),
            next=more,
        )
        changed = max((record.changed_at for record in page), default=None)
        links = {"Link": f'<{more}>; rel="next"'} if more else {}
        return answer(request, listing, changed=changed, **links)

    def detail_view(self, request, name: UUID) -> HttpResponse:
        read_question(NoQuestion, request.GET)
        record = OpenRecord.objects.filter(kind=self.kind, uuid=name).first()
        if record is None:
            raise Http404
        teller = Teller(request)
        thing = None
        if not record.is_gone:
            found = self.fetch([record.object_id], is_whole=True)
            thing = found.get(record.object_id)
        if thing is None:
            (gone,) = self._gone([record], teller)
            error = Error(code="gone", message="Det er her ikke mere.")
            return answer(request, Farewell(error=error, gone=gone), status=410)
        shape = self.tell_whole(thing, record, teller)
        return answer(request, shape, changed=record.changed_at)

    def _gone(self, records: list[OpenRecord], teller: Teller) -> list[Gone]:
        pks = [record.object_id for record in records]
        successors = self.successors(pks, teller) if pks else {}
        return [
            Gone(
                uuid=record.uuid,
                kind=self.kind,
                gone_at=record.changed_at,
                successor=successors.get(record.object_id),
            )
            for record in records
        ]

    def _next(self, request: HttpRequest, last: OpenRecord) -> str:
        asked = request.GET.dict() | {"after": str(Place(last.changed_at, last.pk))}
        return whole(f"{request.path}?{urlencode(asked)}")

    # How Django REST framework, below Wagtail's view, is made to answer so.

    def dispatch(self, request, *args, **kwargs):
        if request.method == "OPTIONS":
            return preflight()
        # Whatever language a browser likes best: an answer has one, its things' own.
        with override("da"):
            return super().dispatch(request, *args, **kwargs)

    def perform_content_negotiation(self, request, force=False):
        renderer = self.get_renderers()[0]
        return renderer, renderer.media_type

    def handle_exception(self, exc):
        if isinstance(exc, Http404):
            return refuse(self.request, 404, "not_found", "Ukendt uuid.")
        if isinstance(exc, BadRequestError):
            return refuse(self.request, 400, "bad_request", str(exc))
        if isinstance(exc, MethodNotAllowed):
            return not_allowed(self.request)
        raise exc
