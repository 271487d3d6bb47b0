"""Blocks of campaigns, and the stories that page types compose of all blocks."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock

from assets.blocks import AssetShelfBlock
from core.blocks import GENERIC_BLOCKS, ONWARD, HeadingBlock, TextBlock
from core.visibility import visible, with_restrictions

FROM_CAMPAIGN = _("Fra kampagnen")


class ContentPageChooserBlock(blocks.PageChooserBlock):
    """Chooses a page of one type and fetches all chosen ones with picture at once."""

    def bulk_to_python(self, values):
        pages = self.target_model.objects.select_related("picture")
        found = with_restrictions(pages).in_bulk(values)
        return [found.get(pk) for pk in values]


class _PlacedPagesBlock(blocks.StructBlock):
    """Chosen pages of one type, or all that the campaign has."""

    page_type = ""

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        # One that was chosen and is gone does not mean "all".
        if len(value["pages"]):
            context["pages"] = visible(value["pages"])
        else:
            context["pages"] = self._all_of_theme(parent_context or {})
        return context

    def _all_of_theme(self, parent_context) -> list:
        """All live pages of the theme in this language, asked for once a request."""
        page = parent_context.get("page")
        theme_id = getattr(page, "theme_id", None)
        if theme_id is None:
            return []
        known = page.__dict__.setdefault("_placed_pages", {})
        if self.page_type not in known:
            model = self.child_blocks["pages"].child_block.target_model
            known[self.page_type] = list(
                model.objects.live()
                .public()
                .of_theme(theme_id)
                .filter(locale_id=page.locale_id)
                .for_cards()
                .order_by("path")
            )
        return known[self.page_type]


def _pages(page_type: str, label: str) -> blocks.ListBlock:
    return blocks.ListBlock(
        ContentPageChooserBlock(page_type=page_type, label=label),
        label=label,
        default=[],
        help_text=_("Lad listen være tom for at vise alle i kampagnen."),
    )


class FilmBlock(_PlacedPagesBlock):
    """Films of the campaign."""

    page_type = "campaigns.FilmPage"

    title = blocks.CharBlock(label=_("Titel"), required=False, max_length=120)
    pages = _pages(page_type, _("Film"))

    class Meta:
        icon = "media"
        label = _("Film")
        group = FROM_CAMPAIGN
        description = _("En eller flere film, der kan ses på siden.")
        template = "blocks/film_block.html"
        preview_template = "blocks/previews/film_block.html"


class IdeaBlock(_PlacedPagesBlock):
    """Ideas of the campaign."""

    page_type = "campaigns.IdeaPage"

    title = blocks.CharBlock(label=_("Titel"), required=False, max_length=120)
    pages = _pages(page_type, _("Ideer"))

    class Meta:
        icon = "pick"
        label = _("Ideer")
        group = FROM_CAMPAIGN
        description = _("Ideer med målgruppe, timer og pris på kortet.")
        template = "blocks/idea_block.html"
        preview_template = "blocks/previews/idea_block.html"


class ReadingListBlock(_PlacedPagesBlock):
    """Reading lists of the campaign."""

    page_type = "campaigns.ReadingListPage"

    title = blocks.CharBlock(label=_("Titel"), required=False, max_length=120)
    pages = _pages(page_type, _("Læselister"))

    class Meta:
        icon = "list-ul"
        label = _("Læselister")
        group = FROM_CAMPAIGN
        description = _("Læselister, som ender med et lån.")
        template = "blocks/reading_list_block.html"
        preview_template = "blocks/previews/reading_list_block.html"


class SeeAlsoLinkBlock(blocks.StructBlock):
    """One thing to see in one of the national net-media."""

    net_media = SnippetChooserBlock("campaigns.NetMedia", label=_("Netmedie"))
    text = blocks.CharBlock(label=_("Hvad finder man der"), max_length=160)
    address = blocks.URLBlock(
        label=_("Adresse"),
        required=False,
        help_text=_("Tom: netmediets egen hjemmeside."),
    )

    class Meta:
        icon = "link-external"
        label = _("Henvisning")


class SeeAlsoBlock(blocks.StructBlock):
    """Ways on into the national net-media, by what they have to say of the subject."""

    title = blocks.CharBlock(label=_("Titel"), required=False, max_length=120)
    links = blocks.ListBlock(SeeAlsoLinkBlock(), label=_("Henvisninger"), min_num=1)

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        context["links"] = [link for link in value["links"] if link["net_media"]]
        return context

    class Meta:
        icon = "link-external"
        label = _("Se også")
        group = ONWARD
        description = _("Veje videre til eReolen, Filmstriben og de andre netmedier.")
        template = "blocks/see_also_block.html"
        preview_template = "blocks/previews/see_also_block.html"


PLACED = [
    ("films", FilmBlock()),
    ("ideas", IdeaBlock()),
    ("reading_lists", ReadingListBlock()),
    ("asset_shelf", AssetShelfBlock()),
    ("see_also", SeeAlsoBlock()),
]


class StoryBlock(blocks.StreamBlock):
    """What stories, ideas and lists are composed of."""

    def __init__(self, local_blocks=None, **kwargs):
        super().__init__([*GENERIC_BLOCKS, *PLACED, *(local_blocks or [])], **kwargs)


class CampaignStoryBlock(StoryBlock):
    """What a campaign page is composed of: at most one big button."""

    def clean(self, value):
        value = super().clean(value)
        calls = [i for i, b in enumerate(value) if b.block_type == "call_to_action"]
        if len(calls) > 1:
            raise blocks.StreamBlockValidationError(
                block_errors={
                    calls[1]: ValidationError(
                        _("Der er allerede en stor knap på siden. Brug kun én.")
                    )
                }
            )
        return value


class IntroductionBlock(blocks.StreamBlock):
    """A few words above a catalogue."""

    heading = HeadingBlock()
    text = TextBlock()
