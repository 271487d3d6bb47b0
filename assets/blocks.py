"""Blocks that place assets in a page."""

from django.utils.translation import gettext_lazy as _

from wagtail import blocks

from core.blocks import ONWARD

from .choosers import AssetChooserBlock
from .models import Asset
from .permissions import Audience, audience_of

MOST = 24


class AssetShelfBlock(blocks.StructBlock):
    """A shelf of materials: chosen ones, or the newest of the page's own theme."""

    title = blocks.CharBlock(label=_("Titel"), required=False, max_length=120)
    assets = blocks.ListBlock(
        AssetChooserBlock(label=_("Materiale")),
        label=_("Materialer"),
        default=[],
        help_text=_("Lad listen være tom for at vise temaets nyeste materialer."),
    )
    count = blocks.IntegerBlock(
        label=_("Højst"), default=6, min_value=1, max_value=MOST, required=False
    )

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        parent_context = parent_context or {}
        user = getattr(parent_context.get("request"), "user", None)
        if len(value["assets"]):
            limit = max(audience_of(user), Audience.LIBRARY)
            context["assets"] = [
                asset
                for asset in value["assets"]
                if asset and asset.is_usable and asset.access <= limit
            ]
        else:
            newest = self._newest_of_theme(parent_context.get("page"), user)
            context["assets"] = newest[: value["count"] or 6]
        return context

    def _newest_of_theme(self, page, user) -> list[Asset]:
        """The theme's newest materials, asked for once a page."""
        theme_id = getattr(page, "theme_id", None)
        if theme_id is None:
            return []
        if "_newest_assets" not in page.__dict__:
            assets = Asset.objects.listed_for(user).filter(theme=theme_id)
            page._newest_assets = list(assets.for_list()[:MOST])
        return page._newest_assets

    class Meta:
        icon = "folder-open-inverse"
        label = _("Materialehylde")
        group = ONWARD
        description = _("Plakater, bannere og film fra materialesamlingen.")
        template = "blocks/asset_shelf_block.html"
        preview_template = "blocks/previews/asset_shelf_block.html"
