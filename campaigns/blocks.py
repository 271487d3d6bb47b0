"""Blocks of campaigns, and the stories that page types compose of all blocks."""

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock

from assets.blocks import AssetShelfBlock
from core.blocks import GENERIC_BLOCKS, ONWARD, HeadingBlock, TextBlock, placed
from core.references import ALL, References, SharedChooserBlock, Wish
from core.visibility import visible, with_restrictions

FROM_CAMPAIGN = _("Fra kampagnen")


class ContentPageChooserBlock(SharedChooserBlock, blocks.PageChooserBlock):
    """Chooses pages of one type, or all that the page's theme has in its language."""

    def fetch(self, pks, everything_for=None):
        wanted = Q(pk__in=pks)
        if everything_for:
            wanted |= self._everything_for(everything_for.page)
        model = self.target_model
        pages = with_restrictions(model.objects.select_related("picture"))
        pages = pages.prefetch_related(*model.on_cards).filter(wanted).order_by("path")
        return {page.pk: page for page in pages}

    def all_for(self, references: References) -> list:
        """All pages of the theme that may be shown, in the order of the tree."""
        page = references.page
        found = references.found(self.target_model).values()
        return [
            one
            for one in visible(found)
            if one.theme_id == page.theme_id and one.locale_id == page.locale_id
        ]

    @staticmethod
    def _everything_for(page) -> Q:
        if getattr(page, "theme_id", None) is None:
            return Q(pk__in=[])
        return Q(live=True, theme_id=page.theme_id, locale_id=page.locale_id)


class PlacedPagesBlock(blocks.StructBlock):
    """Chosen pages of one type, or all that the campaign has."""

    page_type = ""
    # Empty, it shows what there is: see campaigns/publishing.py.
    fills_itself = True

    @property
    def chooser(self) -> ContentPageChooserBlock:
        return self.child_blocks["pages"].child_block

    def wants(self, raw):
        if not raw.get("pages"):
            yield Wish(self.chooser.target_model, self.chooser.fetch, ALL)

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        page = context.get("page")
        # One that was chosen and is gone does not mean "all".
        if len(value["pages"]):
            context["pages"] = visible(value["pages"])
        elif getattr(page, "theme_id", None) is None:
            context["pages"] = []
        else:
            references = References.of(page, context.get("request"))
            context["pages"] = self.chooser.all_for(references)
        return context

    def get_api_representation(self, value, context=None):
        pages = self.get_context(value, context)["pages"]
        return placed(value, context["teller"], "pages", pages)


def _pages(page_type: str, label: str) -> blocks.ListBlock:
    return blocks.ListBlock(
        ContentPageChooserBlock(page_type=page_type, label=label),
        label=label,
        default=[],
        help_text=_("Lad listen være tom for at vise alle i kampagnen."),
    )


class FilmBlock(PlacedPagesBlock):
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


class IdeaBlock(PlacedPagesBlock):
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


class ReadingListBlock(PlacedPagesBlock):
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


class NetMediaChooserBlock(SharedChooserBlock, SnippetChooserBlock):
    """Chooses one of the national net-media."""


class SeeAlsoLinkBlock(blocks.StructBlock):
    """One thing to see in one of the national net-media."""

    net_media = NetMediaChooserBlock("campaigns.NetMedia", label=_("Netmedie"))
    text = blocks.CharBlock(label=_("Hvad finder man der"), max_length=160)
    address = blocks.URLBlock(
        label=_("Adresse"),
        required=False,
        help_text=_("Tom: netmediets egen hjemmeside."),
    )

    class Meta:
        icon = "link-external"
        label = _("Henvisning")


def living_links(links: Iterable) -> list:
    """The links into net-media that are still there."""
    return [link for link in links if link["net_media"]]


def told_links(links: Iterable) -> list[dict]:
    """The same as ``core.open_data`` tells of them."""
    return [
        {
            "net_media": link["net_media"].name,
            "text": link["text"],
            "url": link["address"] or link["net_media"].website,
        }
        for link in living_links(links)
    ]


class SeeAlsoBlock(blocks.StructBlock):
    """Ways on into the national net-media, by what they have to say of the subject."""

    title = blocks.CharBlock(label=_("Titel"), required=False, max_length=120)
    links = blocks.ListBlock(SeeAlsoLinkBlock(), label=_("Henvisninger"), min_num=1)

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        context["links"] = living_links(value["links"])
        return context

    def get_api_representation(self, value, context=None):
        return {"title": value["title"], "links": told_links(value["links"])}

    class Meta:
        icon = "link-external"
        label = _("Se også")
        group = ONWARD
        description = _("Veje videre til eReolen, Filmstriben og de andre netmedier.")
        template = "blocks/see_also_block.html"
        preview_template = "blocks/previews/see_also_block.html"


class ContactBlock(blocks.StructBlock):
    """Whom to ring about a campaign."""

    name = blocks.CharBlock(label=_("Navn"), max_length=120)
    about = blocks.CharBlock(label=_("Om hvad"), required=False, max_length=120)
    phone = blocks.CharBlock(label=_("Telefon"), required=False, max_length=30)
    email = blocks.EmailBlock(label=_("E-mail"), required=False)

    class Meta:
        icon = "user"
        label = _("Kontakt")


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
        if self.is_deferred_validation:
            return value
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
