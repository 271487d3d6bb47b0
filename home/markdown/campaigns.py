"""What stands on a campaign's page beside its body, as Markdown."""

from django.urls import reverse
from django.utils.translation import gettext as _

from assets.models import Asset
from campaigns.models import CampaignPage

from .blocks import bullets, figure, heading, link, net_media, words

# As many materials as anyone reads on one page; the list has them all.
MOST = 100


def write_before(page: CampaignPage, context) -> list[str]:
    """The dates and the focus."""
    dates = f"{page.theme.starts_on.isoformat()} – {page.theme.ends_on.isoformat()}"
    return [dates, words(page.focus)]


def write_after(page: CampaignPage, context) -> list[str]:
    """Figures, who is in, where there is more, whom to ring, and the materials."""
    sections = {
        _("Det kom der ud af det"): [figure(one) for one in context["figures"]],
        _("De er med"): [_partner(row) for row in context["partners"]],
        _("Mere på nettet"): [net_media(one) for one in context["net_media"]],
        _("Kontakt"): [_contact(one) for one in context["contacts"]],
        _("Materialer"): _materials(page, context["request"].user),
    }
    return [
        part
        for title, rows in sections.items()
        if rows
        for part in (heading(2, title), bullets(rows))
    ]


def _partner(row) -> str:
    partner = row.partner
    named = link(partner.name, partner.website) if partner.website else ""
    told = [named or words(partner.name), words(row.role)]
    return ": ".join(filter(None, told))


def _contact(value) -> str:
    name = f"**{words(value['name'])}**"
    told = [name, words(value["about"]), words(value["phone"]), words(value["email"])]
    return ", ".join(filter(None, told))


def _materials(page: CampaignPage, user) -> list[str]:
    assets = Asset.objects.listed_for(user).filter(theme=page.theme_id)
    foremost = list(assets.order_by("-published_at", "-pk")[: MOST + 1])
    rows = [
        f"{link(asset.title, asset.get_absolute_url())} ({asset.get_kind_display()})"
        for asset in foremost[:MOST]
    ]
    if len(foremost) > MOST:
        contents = reverse("package_contents", args=[page.theme.slug])
        rows.append(link(_("Hele pakken"), contents))
    return rows
