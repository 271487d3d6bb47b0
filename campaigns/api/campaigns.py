"""Campaigns as the API tells of them."""

import datetime

from django.db.models.functions import Greatest

from pydantic import Field

from core.open_data.bodies import body_of, pieces_of
from core.open_data.shapes import Body, OpenPage, Shape

from ..blocks import told_links
from ..models import CampaignPage
from .pages import PageEndpoint, note_pages, open_pages

KIND = "campaigns"


class OpenCampaign(OpenPage):
    """En kampagne, som den præsenteres; temaet bag den har datoerne."""

    focus: str = Field(description="Hvad kampagnen handler om lige nu.")
    starts_on: datetime.date
    ends_on: datetime.date


class KeyFigure(Shape):
    """Et tal med sin kilde."""

    value: str
    text: str
    source: str
    note: str


class OpenPartner(Shape):
    """Hvem der er med."""

    name: str
    website: str
    role: str


class NetMediaLink(Shape):
    """En vej ind i et af bibliotekernes netmedier."""

    net_media: str
    text: str
    url: str


class WholeCampaign(OpenCampaign):
    """Kampagnen i sin helhed, uden kontaktpersoner: de står på siden."""

    body: Body
    figures: list[KeyFigure]
    partners: list[OpenPartner]
    net_media: list[NetMediaLink]


def _open_campaigns(model):
    """A campaign is another when its theme is: the dates are the theme's."""
    pages = open_pages(model)
    own = pages.query.annotations["stamp"]
    return pages.annotate(stamp=Greatest(own, "theme__changed_at"))


note_pages(CampaignPage, KIND, _open_campaigns)


class CampaignsEndpoint(PageEndpoint):
    kind = KIND
    title = "Kampagner"
    about = "Kampagnernes sider, en på hvert sprog, med indhold, nøgletal og partnere."
    model = CampaignPage
    row, whole = OpenCampaign, WholeCampaign

    def facts(self, page, teller):
        theme = page.theme
        return {
            "focus": page.focus,
            "starts_on": theme.starts_on,
            "ends_on": theme.ends_on,
        }

    def more_facts(self, page, teller):
        figures = [piece.value for piece in pieces_of(page, teller, "figures")]
        links = told_links(block.value for block in page.net_media)
        return {
            "body": body_of(page, teller),
            "figures": [
                KeyFigure(**{name: value or "" for name, value in figure.items()})
                for figure in figures
            ],
            "partners": [
                OpenPartner(
                    name=row.partner.name, website=row.partner.website, role=row.role
                )
                for row in page.partner_rows
            ],
            "net_media": [NetMediaLink(**link) for link in links],
        }
