"""Blocks that place assets in a page."""

from django.utils.translation import gettext_lazy as _

from wagtail import blocks

from core.blocks import ONWARD, placed
from core.references import ALL, References, Wish

from .choosers import MOST, AssetChooserBlock
from .permissions import may_know


class AssetShelfBlock(blocks.StructBlock):
    """A shelf of materials: chosen ones, or the newest of the page's own theme."""

    # Empty, it shows what there is: see assets/publishing.py.
    fills_itself = True

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

    def wants(self, raw):
        if not raw.get("assets"):
            yield Wish(self.chooser.model_class, self.chooser.fetch, ALL)

    @property
    def chooser(self):
        return self.child_blocks["assets"].child_block

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        page, request = context.get("page"), context.get("request")
        if len(value["assets"]):
            user = getattr(request, "user", None)
            context["assets"] = [
                asset
                for asset in value["assets"]
                if asset and asset.is_usable and may_know(user, asset)
            ]
        elif page:
            newest = self.chooser.newest_for(References.of(page, request))
            context["assets"] = newest[: value["count"] or 6]
        return context

    def get_api_representation(self, value, context=None):
        assets = self.get_context(value, context)["assets"]
        return placed(value, context["teller"], "assets", assets)

    class Meta:
        icon = "folder-open-inverse"
        label = _("Materialehylde")
        group = ONWARD
        description = _("Plakater, bannere og film fra materialesamlingen.")
        template = "blocks/asset_shelf_block.html"
        preview_template = "blocks/previews/asset_shelf_block.html"
