"""How things are told: each shape is at once the answer and its description.

An answer is made by filling in a shape, and the description (OpenAPI) is read from the
same shapes, so the two cannot drift apart. Descriptions are in Danish: they are read on
``/api/``.
"""

import datetime
from typing import Annotated, Generic, Self, TypeVar
from uuid import UUID

from django.db.models import Model

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, JsonValue

T = TypeVar("T")


def _may_grow(schema: dict) -> None:
    """Promise nobody that a shape will never have another field."""
    schema.pop("additionalProperties", None)


class Shape(BaseModel):
    """Something told, every field of it each time."""

    model_config = ConfigDict(frozen=True, extra="forbid", json_schema_extra=_may_grow)


def _in_utc(moment: datetime.datetime) -> datetime.datetime:
    return moment.astimezone(datetime.UTC)


Moment = Annotated[datetime.datetime, AfterValidator(_in_utc)]
Address = Annotated[str, Field(json_schema_extra={"format": "uri"})]


class Choice(Shape):
    """En af flere muligheder: `code` til programmer, `label` til mennesker."""

    code: str
    label: str

    @classmethod
    def of(cls, thing: Model, field: str) -> Self:
        """What a thing's field of choices says."""
        label = getattr(thing, f"get_{field}_display")()
        return cls(code=str(getattr(thing, field)), label=str(label))


class Reference(Shape):
    """Noget, der peges på: det kan hentes på `api`, når det selv er en slags her."""

    uuid: UUID
    kind: str | None = Field(description="Slagsen, som den hedder i adressen her.")
    title: str
    url: Address = Field(description="Siden, som mennesker læser.")
    api: Address | None = Field(description="Det samme her i API'et.")


class Translation(Shape):
    """Det samme på et andet sprog."""

    language: str
    uuid: UUID
    title: str
    url: Address
    api: Address


class Picture(Shape):
    """Et billede, som det vises på siden; mål i pixel."""

    url: Address
    width: int
    height: int
    alt: str
    credit: str


class Words(Shape):
    """Noget, der er skrevet: som HTML og som ren tekst."""

    html: str = Field(description="Uden klasser og scripts; alle adresser er hele.")
    text: str


class Block(Shape):
    """Et stykke af indholdet. Hvad `value` rummer, følger af `type`."""

    type: str
    id: str | None
    value: JsonValue


class Body(Words):
    """Indholdet tre gange: som stykker, som ren HTML og som tekst."""

    blocks: list[Block]


class Gone(Shape):
    """Noget, der var her og ikke er her mere."""

    uuid: UUID
    kind: str
    gone_at: Moment = Field(description="Hvornår det blev opdaget.")
    successor: Reference | None = Field(description="Det, der afløser det.")


class Listing(Shape, Generic[T]):
    """En side af en liste; resten ligger på `next`."""

    items: list[T]
    gone: list[Gone] = Field(
        description="Kun med `modified_since`: hvad der er væk siden da."
    )
    next: Address | None = Field(description="Næste side, eller null på den sidste.")


class Error(Shape):
    """Hvad der er galt."""

    code: str
    message: str


class Refusal(Shape):
    """Svaret, når der ikke er noget at vise."""

    error: Error


class Farewell(Shape):
    """Svaret 410: det var her og er trukket tilbage, taget af eller udløbet."""

    error: Error
    gone: Gone


class Thing(Shape):
    """Hvad alt her har."""

    uuid: UUID = Field(description="Ændres aldrig.")
    kind: str
    title: str
    url: Address = Field(description="Siden, som mennesker læser.")
    api: Address
    changed: Moment = Field(description="Hvornår det sidst blev set ændret.")


class OpenPage(Thing):
    """Hvad alle sider har."""

    language: str
    translations: list[Translation]
    summary: str
    label: str = Field(description="Et kort ord ved titlen, fx ”eksempel”.")
    published: Moment | None
    theme: Reference | None
    picture: Picture | None
