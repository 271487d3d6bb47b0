"""What can be asked for in a list, and what is answered to a question that is wrong."""

import base64
import binascii
import datetime
from typing import Annotated, Literal, NamedTuple, Self, TypeVar

from django.conf import settings
from django.http import QueryDict
from django.utils import timezone

from wagtail.api.v2.utils import BadRequestError

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationError,
    WithJsonSchema,
)

MOST = 50
LARGEST_KEY = 2**63 - 1

Q = TypeVar("Q", bound=BaseModel)

# What pydantic finds wrong, in Danish; whatever else is no value that can be used.
SENTENCES = {
    "extra_forbidden": "Parameteren ”{name}” kendes ikke.",
    "literal_error": "”{name}” skal være en af: {expected}.",
    "enum": "”{name}” skal være en af: {expected}.",
    "greater_than_equal": "”{name}” skal være mindst {ge}.",
    "less_than_equal": "”{name}” må højst være {le}.",
    "int_parsing": "”{name}” skal være et helt tal.",
    "string_too_long": "”{name}” er for lang.",
}


class Place(NamedTuple):
    """Where a page of a list ended."""

    changed_at: datetime.datetime
    pk: int

    def __str__(self) -> str:
        text = f"{self.changed_at.astimezone(datetime.UTC).isoformat()} {self.pk}"
        return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")

    @classmethod
    def read(cls, text: str) -> Self:
        """The place that was written so; raises ValueError for anything else."""
        try:
            raw = base64.b64decode(text + "=" * (-len(text) % 4), b"-_", validate=True)
            moment, _space, pk = raw.decode().partition(" ")
            place = cls(read_moment(moment), int(pk))
        except (binascii.Error, UnicodeDecodeError) as error:
            raise ValueError("no place") from error
        if not 0 <= place.pk <= LARGEST_KEY or str(place) != text:
            raise ValueError("no place")
        return place


def read_moment(text: str) -> datetime.datetime:
    """A moment or a day (its beginning in Denmark), as ISO 8601 writes them, in UTC.

    Raises ValueError for what is none, or lies where no calendar reaches.
    """
    # A plus that was not encoded in the address is a space.
    moment = datetime.datetime.fromisoformat(text.strip().replace(" ", "+"))
    try:
        if timezone.is_naive(moment):
            zone = timezone.get_default_timezone()
            moment = moment.replace(tzinfo=zone)
        moment = moment.astimezone(datetime.UTC)
    except OverflowError as error:
        raise ValueError("beyond all calendars") from error
    if not 1000 < moment.year < 9999:
        raise ValueError("beyond all calendars")
    return moment


Since = Annotated[
    datetime.datetime | None,
    BeforeValidator(read_moment),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string", "format": "date-time"},
                {"type": "string", "format": "date"},
            ]
        }
    ),
]
After = Annotated[
    Place | None,
    BeforeValidator(Place.read),
    WithJsonSchema({"type": "string"}),
]
# A language that pages are written in.
Language = Literal[tuple(code for code, _name in settings.LANGUAGES)]


class NoQuestion(BaseModel):
    """What a single thing can be asked: nothing."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Question(NoQuestion):
    """What every list can be asked."""

    limit: int = Field(20, ge=1, le=MOST, description="Hvor mange ad gangen.")
    after: After = Field(
        None, description="Hvor den forrige side slap; står i dens next."
    )
    order: Literal["changed", "-changed"] = Field(
        "changed",
        description="Det længst uændrede først, eller (med minus) det nyeste først.",
    )
    modified_since: Since = Field(
        None,
        description=(
            "Kun hvad der er kommet til, ændret eller væk siden da. En dag eller et "
            "tidspunkt (ISO 8601)."
        ),
    )


def read_question(model: type[Q], query: QueryDict) -> Q:
    """The question in an address; raises BadRequestError with what is wrong."""
    for name, values in query.lists():
        if len(values) > 1:
            raise BadRequestError(f"”{_short(name)}” står der mere end én gang.")
    try:
        return model.model_validate(query.dict())
    except ValidationError as error:
        told = [_sentence(one) for one in error.errors(include_url=False)]
        raise BadRequestError(" ".join(dict.fromkeys(told))) from error


def _sentence(error: dict) -> str:
    name = _short(str(error["loc"][0]) if error["loc"] else "")
    sentence = SENTENCES.get(error["type"], "”{name}” kan ikke læses.")
    return sentence.format(name=name, **error.get("ctx", {}))


def _short(name: str) -> str:
    return name if len(name) <= 40 else f"{name[:40]}…"
