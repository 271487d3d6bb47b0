"""Answers to harvesters, each of them XML, wrong questions too."""

import xml.etree.ElementTree as ET
from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import BadRequest, SuspiciousOperation
from django.http import HttpRequest, HttpResponse, QueryDict
from django.http.multipartparser import MultiPartParserError
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from core.open_data.questions import Place
from core.requests import says_unreadable
from core.site_address import whole

from . import records as found
from .arguments import (
    ProtocolError,
    read_arguments,
    read_token,
    write_token,
)
from .records import add, stamp

OAI = "http://www.openarchives.org/OAI/2.0/"
SCHEMA = f"{OAI} {OAI}OAI-PMH.xsd"
PAGE = 50
# Wrong questions whose arguments are not said again.
NOT_REPEATED = {"badVerb", "badArgument"}


def refuse_unreadable(request: HttpRequest) -> HttpResponse:
    """Answer for an address with a sign that XML cannot write."""
    return _refuse(ProtocolError("badArgument", "An argument is not legal."), {})


@says_unreadable(refuse_unreadable)
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def answer_oai(request: HttpRequest, contact: Callable[[], str]) -> HttpResponse:
    """Answer a harvester; ``contact`` says whom it may write to."""
    asked: dict[str, str] = {}
    try:
        asked = read_arguments(_given(request))
        with override("da"):
            element = ET.Element(asked["verb"])
            _answer(element, asked, contact, request)
    except ProtocolError as wrong:
        return _refuse(wrong, asked)
    return _send(element, asked)


def _refuse(wrong: ProtocolError, asked: dict[str, str]) -> HttpResponse:
    error = ET.Element("error", {"code": wrong.code})
    error.text = str(wrong)
    return _send(error, {} if wrong.code in NOT_REPEATED else asked)


def _send(said: ET.Element, asked: dict[str, str]) -> HttpResponse:
    root = ET.Element(
        "OAI-PMH", {"xmlns": OAI, f"{{{found.XSI}}}schemaLocation": SCHEMA}
    )
    add(root, "responseDate", stamp(timezone.now()))
    asking = add(root, "request", whole(reverse("oai")))
    for name, value in asked.items():
        asking.set(name, found.UNWRITABLE.sub("", value))
    root.append(said)
    body = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    response = HttpResponse(body, content_type="text/xml; charset=utf-8")
    # Kept until something is changed (core.page_cache).
    response["Cache-Control"] = "no-cache"
    return response


def _given(request: HttpRequest) -> QueryDict:
    try:
        return request.POST if request.method == "POST" else request.GET
    except (BadRequest, SuspiciousOperation, MultiPartParserError) as error:
        raise ProtocolError("badArgument", "The form cannot be read.") from error


def _answer(element: ET.Element, asked: dict[str, str], contact, request) -> None:
    match asked["verb"]:
        case "Identify":
            _identify(element, contact())
        case "ListMetadataFormats":
            _list_formats(element, asked)
        case "ListSets":
            _list_sets(element, asked)
        case "GetRecord":
            _get_record(element, asked, request)
        case _:
            _list(element, asked, request)


def _identify(element: ET.Element, email: str) -> None:
    for name, text in (
        ("repositoryName", settings.WAGTAIL_SITE_NAME),
        ("baseURL", whole(reverse("oai"))),
        ("protocolVersion", "2.0"),
        ("adminEmail", email),
        ("earliestDatestamp", stamp(found.earliest() or timezone.now())),
        ("deletedRecord", "persistent"),
        ("granularity", "YYYY-MM-DDThh:mm:ssZ"),
    ):
        add(element, name, text)


def _list_formats(element: ET.Element, asked: dict[str, str]) -> None:
    kind = None
    if "identifier" in asked:
        kind = found.find_record(asked["identifier"]).kind
    for prefix, (schema, namespace, kinds) in found.FORMATS.items():
        if kind is None or kind in kinds:
            told = ET.SubElement(element, "metadataFormat")
            add(told, "metadataPrefix", prefix)
            add(told, "schema", schema)
            add(told, "metadataNamespace", namespace)


def _list_sets(element: ET.Element, asked: dict[str, str]) -> None:
    if "resumptionToken" in asked:
        raise ProtocolError("badResumptionToken", "The sets stand on one page.")
    sets = [("laeselister", "Læselister"), ("film", "Film"), (found.THEMED, "Temaer")]
    sets += [
        (f"{found.THEMED}:{theme.slug}", theme.title)
        for theme in found.open_themes().values()
    ]
    for spec, name in sets:
        told = ET.SubElement(element, "set")
        add(told, "setSpec", spec)
        add(told, "setName", name)


def _get_record(element: ET.Element, asked: dict[str, str], request) -> None:
    record = found.find_record(asked["identifier"])
    prefix = asked["metadataPrefix"]
    found.check_prefix(prefix, record.kind)
    page = found.fetch([record], request).get(record.pk)
    found.add_record(element, record, page, found.open_themes(), prefix)


def _list(element: ET.Element, asked: dict[str, str], request) -> None:
    place = None
    question = asked
    if token := asked.get("resumptionToken"):
        question, place = read_token(asked["verb"], token)
    themes = found.open_themes()
    some = list(found.asked_for(question, themes, place)[: PAGE + 1])
    page, rest = some[:PAGE], some[PAGE:]
    if not page and place is None:
        raise ProtocolError("noRecordsMatch", "Nothing matches.")
    here = found.fetch(page, request)
    for record in page:
        if asked["verb"] == "ListIdentifiers":
            is_here = record.pk in here
            found.add_header(element, record, themes, is_here=is_here)
        else:
            thing = here.get(record.pk)
            prefix = question["metadataPrefix"]
            found.add_record(element, record, thing, themes, prefix)
    if rest:
        last = Place(page[-1].changed_at, page[-1].pk)
        add(element, "resumptionToken", write_token(question, last))
    elif place:
        # The last page of several says so.
        add(element, "resumptionToken")
