"""Ideas as the API tells of them."""

from typing import Literal

from django.contrib.auth.models import AnonymousUser

from pydantic import Field

from assets.models import Asset
from core.open_data.bodies import body_of
from core.open_data.records import only_of
from core.open_data.shapes import Body, Choice, OpenPage, Reference

from ..models import IdeaPage
from .pages import PageEndpoint, PageQuestion, note_pages

KIND = "ideas"
EVERYONE = IdeaPage.Audience.EVERYONE


class OpenIdea(OpenPage):
    """Noget, et bibliotek kan gøre, og hvad det kræver."""

    audience: Choice
    staff_hours: float | None = Field(description="Personalets tid i alt, i timer.")
    cost: Choice
    lead_weeks: int | None = Field(description="Varsel, i uger.")
    space: Choice | None
    partner_type: Choice
    credit: str = Field(description="Hvem ideen kommer fra.")


class WholeIdea(OpenIdea):
    """Ideen med trin og med det, man skal bruge."""

    steps: list[str]
    body: Body
    assets: list[Reference]
    films: list[Reference]
    reading_lists: list[Reference]


class IdeaQuestion(PageQuestion):
    """What the list of ideas can be asked too."""

    audience: Literal[tuple(IdeaPage.Audience.values)] | None = Field(
        None, description="Kun ideer, der egner sig for dem; ideer for alle er med."
    )
    cost: Literal[tuple(IdeaPage.Cost.values)] | None = Field(
        None, description="Kun ideer til den pris."
    )


note_pages(IdeaPage, KIND)


class IdeasEndpoint(PageEndpoint):
    kind = KIND
    title = "Ideer"
    about = "Idékataloget: hvad et bibliotek kan gøre, hvad det kræver, og hvordan."
    model = IdeaPage
    row, whole = OpenIdea, WholeIdea
    question = IdeaQuestion

    def narrow(self, records, question):
        records = super().narrow(records, question)
        wanted = {}
        if question.audience:
            wanted["audience__in"] = [question.audience, EVERYONE]
        if question.cost:
            wanted["cost"] = question.cost
        if wanted:
            records = only_of(records, IdeaPage.objects.filter(**wanted))
        return records

    def facts(self, page, teller):
        hours = page.staff_hours
        return {
            "audience": Choice.of(page, "audience"),
            "staff_hours": None if hours is None else float(hours),
            "cost": Choice.of(page, "cost"),
            "lead_weeks": page.lead_weeks,
            "space": Choice.of(page, "space") if page.space else None,
            "partner_type": Choice.of(page, "partner_type"),
            "credit": page.credit,
        }

    def more_facts(self, page, teller):
        needed = [row.asset_id for row in page.needed_assets.all()]
        assets = Asset.objects.listed_for(AnonymousUser()).in_bulk(needed)
        return {
            "steps": [step.text for step in page.steps.all()],
            "body": body_of(page, teller),
            "assets": teller.references(assets[pk] for pk in needed if pk in assets),
            "films": teller.references(page.shown("needed_films")),
            "reading_lists": teller.references(page.shown("needed_lists")),
        }
