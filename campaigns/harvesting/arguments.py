"""What a harvester asks, checked; the protocol's own errors where it is wrong."""

import datetime
import re

from django.core import signing
from django.http import QueryDict

from core.open_data.questions import Place

SALT = "campaigns.harvesting"
LONGEST = 1_000
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
SECOND = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z")

LISTED = ({"metadataPrefix"}, {"from", "until", "set"})
# What each verb must be told and may be told.
VERBS: dict[str, tuple[set[str], set[str]]] = {
    "Identify": (set(), set()),
    "ListMetadataFormats": (set(), {"identifier"}),
    "ListSets": (set(), set()),
    "GetRecord": ({"identifier", "metadataPrefix"}, set()),
    "ListIdentifiers": LISTED,
    "ListRecords": LISTED,
}
RESUMED = {"ListSets", "ListIdentifiers", "ListRecords"}


class ProtocolError(Exception):
    """An error that the protocol has a code for."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


def read_arguments(given: QueryDict) -> dict[str, str]:
    """The arguments with their verb; raises ``ProtocolError``."""
    verbs = given.getlist("verb")
    if len(verbs) != 1 or verbs[0] not in VERBS:
        raise ProtocolError("badVerb", "The verb is missing, repeated or unknown.")
    asked = given.dict()
    verb = verbs[0]
    required, optional = VERBS[verb]
    names = set(asked) - {"verb"}
    if any(len(values) != 1 for _name, values in given.lists()):
        raise ProtocolError("badArgument", "An argument is repeated.")
    if any(len(value) > LONGEST or "\0" in value for value in asked.values()):
        if "resumptionToken" in names:
            raise ProtocolError("badResumptionToken", "The token is not one of ours.")
        raise ProtocolError("badArgument", "An argument is not legal.")
    if "resumptionToken" in names and verb in RESUMED:
        if names != {"resumptionToken"}:
            raise ProtocolError("badArgument", "A resumptionToken stands alone.")
        return asked
    if names - required - optional or required - names:
        raise ProtocolError("badArgument", "An argument is missing or unknown.")
    return asked


def read_span(
    asked: dict[str, str],
) -> tuple[datetime.datetime | None, datetime.datetime | None]:
    """From when, and until before when, in UTC; raises ``ProtocolError``."""
    texts = [asked[name] for name in ("from", "until") if name in asked]
    if len({len(text) for text in texts}) > 1:
        raise ProtocolError("badArgument", "from and until differ in granularity.")
    start = _moment(asked["from"])[0] if "from" in asked else None
    end = None
    if "until" in asked:
        moment, step = _moment(asked["until"])
        if start and start > moment:
            raise ProtocolError("badArgument", "from is later than until.")
        try:
            end = moment + step
        except OverflowError:
            end = None
    return start, end


def _moment(text: str) -> tuple[datetime.datetime, datetime.timedelta]:
    for pattern, form, step in (
        (DAY, "%Y-%m-%d", datetime.timedelta(days=1)),
        (SECOND, "%Y-%m-%dT%H:%M:%SZ", datetime.timedelta(seconds=1)),
    ):
        if pattern.fullmatch(text):
            try:
                moment = datetime.datetime.strptime(text, form)
            except ValueError:
                break
            return moment.replace(tzinfo=datetime.UTC), step
    raise ProtocolError("badArgument", "A date is not legal.")


def write_token(asked: dict[str, str], place: Place) -> str:
    """What a list is gone on with: the question and the place, signed."""
    return signing.dumps([asked, str(place)], salt=SALT)


def read_token(verb: str, token: str) -> tuple[dict[str, str], Place]:
    """The question and the place that a token was made of; raises ``ProtocolError``."""
    try:
        asked, place = signing.loads(token, salt=SALT)
    except signing.BadSignature:
        asked = {}
    if asked.get("verb") != verb:
        raise ProtocolError("badResumptionToken", "The token is not one of ours.")
    return asked, Place.read(place)
