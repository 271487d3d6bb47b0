"""Blocks that any page may use; they know Wagtail but none of our apps.

``get_api_representation`` is how each is told to other sites (``core.open_data``): with
names and whole addresses for primary keys, and without what a stranger may not see.
"""

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext_lazy as _

from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.images.blocks import ImageBlock
from wagtail.models import Page

from .charts import ChartBlock
from .references import References, SharedChooserBlock, Wish, linked_page_ids
from .site_address import whole, with_whole_addresses
from .visibility import fetch_pages, visible

TEXT = _("Tekst")
PICTURES = _("Billede og tal")
ONWARD = _("Videre herfra")
RICH_TEXT = ["bold", "italic", "link", "ul", "ol"]


class HeadingBlock(blocks.StructBlock):
    """A chapter heading of the page; its text becomes the chapter's address."""

    text = blocks.CharBlock(label=_("Overskrift"), max_length=120)

    class Meta:
        icon = "title"
        label = _("Overskrift")
        group = TEXT
        description = _("Begynder et kapitel. Vises i sidens kapitelliste.")
        template = "blocks/heading_block.html"
        preview_value = {"text": _("Hvorfor lige nu?")}


class TextBlock(blocks.RichTextBlock):
    """Running text with bold, italic, lists and links."""

    def __init__(self, **kwargs):
        super().__init__(features=RICH_TEXT, **kwargs)

    def wants(self, raw):
        for pk in linked_page_ids(raw):
            yield Wish(Page, fetch_pages, pk)

    def get_api_representation(self, value, context=None):
        references = References.of(context["page"], context["request"])
        return with_whole_addresses(references.html(value.source))

    class Meta:
        icon = "pilcrow"
        label = _("Tekst")
        group = TEXT
        description = _("Brødtekst med fed, kursiv, lister og links.")
        template = "blocks/text_block.html"
        preview_value = _(
            "<p>Danmarkshistorien er kompleks og nuanceret, den er altid til "
            "fortolkning, og den er dagsaktuel.</p>"
        )


class DescribedImageBlock(ImageBlock):
    """Wagtail's picture with alt text, with a word of ours where its own has none."""

    def __init__(self, required=True, **kwargs):
        super().__init__(required=required, **kwargs)
        self.child_blocks["image"].label = _("Billedet")

    def get_api_representation(self, value, context=None):
        if not value:
            return None
        alt = "" if value.decorative else value.contextual_alt_text or ""
        picture = context["teller"].picture(value, alt)
        return picture and picture.model_dump(mode="json")

    class Meta:
        icon = "image"


class PictureBlock(blocks.StructBlock):
    """A picture with alt text, or marked as decorative, and a caption."""

    image = DescribedImageBlock(label=_("Billede"))
    caption = blocks.CharBlock(label=_("Billedtekst"), required=False, max_length=250)
    width = blocks.ChoiceBlock(
        label=_("Bredde"),
        choices=[
            ("column", _("Som teksten")),
            ("wide", _("Bredere end teksten")),
            ("full", _("Fra kant til kant")),
        ],
        default="wide",
    )

    class Meta:
        icon = "image"
        label = _("Billede")
        group = PICTURES
        description = _("Et billede med alternativ tekst, billedtekst og kreditering.")
        template = "blocks/picture_block.html"
        preview_template = "blocks/previews/picture_block.html"


class QuoteBlock(blocks.StructBlock):
    """Somebody's words, with who said them."""

    text = blocks.TextBlock(label=_("Citat"), rows=3)
    who = blocks.CharBlock(label=_("Hvem siger det"), max_length=120)

    class Meta:
        icon = "openquote"
        label = _("Citat")
        group = TEXT
        description = _("Et citat med navn eller rolle på den, der siger det.")
        template = "blocks/quote_block.html"
        preview_value = {
            "text": _("Det samler fokus og motiverer"),
            "who": _("Bibliotek, evaluering 2017"),
        }


class KeyFigureBlock(blocks.StructBlock):
    """A number that matters, what it counts, and where it comes from."""

    value = blocks.CharBlock(
        label=_("Tal"), max_length=20, help_text=_("Fx ”79” eller ”90 %”.")
    )
    text = blocks.CharBlock(label=_("Hvad tallet viser"), max_length=200)
    source = blocks.CharBlock(label=_("Kilde"), max_length=200)
    note = blocks.CharBlock(
        label=_("Note"),
        required=False,
        max_length=200,
        help_text=_("Fx antal svar, eller ”antal svar ikke oplyst”."),
    )

    class Meta:
        icon = "order"
        label = _("Nøgletal")
        group = PICTURES
        description = _("Et stort tal med forklaring og kilde.")
        template = "blocks/key_figure_block.html"
        preview_value = {
            "value": "79",
            "text": _("biblioteksvæsner var med"),
            "source": _("Rapporten om temasamarbejdet 2.0"),
        }


class TimelineEventBlock(blocks.StructBlock):
    """One point on a timeline."""

    when = blocks.CharBlock(label=_("Hvornår"), max_length=60)
    title = blocks.CharBlock(label=_("Hvad"), max_length=120)
    text = blocks.TextBlock(label=_("Lidt mere"), required=False, rows=2)

    class Meta:
        icon = "date"
        label = _("Begivenhed")


def _new_events() -> list[dict]:
    """Two to begin with, whole: the editor writes "undefined" in a part it lacks."""
    return [{"when": "", "title": "", "text": ""} for _number in range(2)]


class TimelineBlock(blocks.StructBlock):
    """Events in order of time."""

    title = blocks.CharBlock(label=_("Titel"), required=False, max_length=120)
    events = blocks.ListBlock(
        TimelineEventBlock(),
        label=_("Begivenheder"),
        default=_new_events(),
        min_num=2,
        max_num=40,
    )

    class Meta:
        icon = "history"
        label = _("Tidslinje")
        group = PICTURES
        description = _("Begivenheder i rækkefølge, med årstal eller periode.")
        template = "blocks/timeline_block.html"
        preview_value = {
            "title": _("Fra dysse til runesten"),
            "events": [
                {"when": _("ca. 3500 f.v.t."), "title": _("De første dysser")},
                {"when": _("ca. 965"), "title": _("Harald rejser Jellingstenen")},
            ],
        }


def placed(value: blocks.StructValue, teller, name: str, things: Iterable) -> dict:
    """A titled list of things as ``core.open_data`` tells of it."""
    told = [one.model_dump(mode="json") for one in teller.references(things)]
    return {"title": value["title"], name: told}


class LinkedPageChooserBlock(SharedChooserBlock, blocks.PageChooserBlock):
    """Chooses a page and knows whether everyone may be shown it."""

    def fetch(self, pks, everything_for=None):
        return fetch_pages(pks)

    def get_api_representation(self, value, context=None):
        (page,) = visible([value]) or (None,)
        return page and context["teller"].reference(page).model_dump(mode="json")


class LinkStructValue(blocks.StructValue):
    """Answers where a link goes, whether it points to a page or to an address."""

    @property
    def target(self):
        """The page (live ones only) or the address; None when the link is dead."""
        if page := self.get("page"):
            return page if page.live else None
        return self.get("address") or None


def check_address(value: str) -> None:
    """Raise ValidationError for what is no web address and no path of the site."""
    if value.startswith("/") and not value.startswith(("//", "/\\")):
        value = f"https://example.dk{value}"
    URLValidator(
        schemes=["http", "https"],
        message=_("Skriv en hel adresse (https://…) eller en på sitet (/materialer/)."),
    )(value)


class AddressBlock(blocks.CharBlock):
    """An address elsewhere, or a path on the site, which outlives a change of host."""

    def __init__(self, validators=(), **kwargs):
        super().__init__(validators=[*validators, check_address], **kwargs)


class LinkBlock(blocks.StructBlock):
    """A link with its own text to a page of the site or an address elsewhere."""

    text = blocks.CharBlock(label=_("Linktekst"), max_length=80)
    page = LinkedPageChooserBlock(label=_("Side"), required=False)
    address = AddressBlock(
        label=_("Adresse"),
        required=False,
        max_length=500,
        help_text=_("https://… eller en adresse på sitet, fx /materialer/."),
    )

    def clean(self, value):
        value = super().clean(value)
        if self.is_deferred_validation:
            return value
        page, address = bool(value.get("page")), bool(value.get("address"))
        if page == address:
            text = (
                _("Vælg enten en side eller en adresse, ikke begge dele.")
                if page
                else _("Vælg en side, eller skriv en adresse.")
            )
            raise StructBlockValidationError({"page": ValidationError(text)})
        return value

    def get_api_representation(self, value, context=None):
        target = value.target
        if isinstance(target, Page):
            (page,) = visible([target]) or (None,)
            target = page and context["teller"].url_of(page)
        return {"text": value["text"], "url": target and whole(target)}

    class Meta:
        icon = "link"
        label = _("Link")
        value_class = LinkStructValue


class CallToActionBlock(blocks.StructBlock):
    """The one thing that the reader is asked to do, as a big button."""

    title = blocks.CharBlock(label=_("Titel"), max_length=100)
    text = blocks.TextBlock(label=_("Tekst"), required=False, rows=2)
    link = LinkBlock(label=_("Knap"))

    class Meta:
        icon = "pick"
        label = _("Opfordring")
        group = ONWARD
        description = _("En opfordring med en stor knap. Brug højst én på siden.")
        template = "blocks/call_to_action_block.html"
        preview_value = {
            "title": _("Tryk på den store knap"),
            "text": _("Alt materiale er klar til brug."),
            "link": {"text": _("Hent materialerne"), "address": "https://example.dk"},
        }


class QuestionBlock(blocks.StructBlock):
    """A question with its answer."""

    question = blocks.CharBlock(label=_("Spørgsmål"), max_length=160)
    answer = TextBlock(label=_("Svar"))

    class Meta:
        icon = "help"
        label = _("Spørgsmål")


class FAQBlock(blocks.StructBlock):
    """Questions and answers that fold out; they need no script."""

    title = blocks.CharBlock(label=_("Titel"), required=False, max_length=120)
    questions = blocks.ListBlock(QuestionBlock(), label=_("Spørgsmål"), min_num=1)

    class Meta:
        icon = "help"
        label = _("Spørgsmål og svar")
        group = ONWARD
        description = _("Spørgsmål, der kan foldes ud.")
        template = "blocks/faq_block.html"
        preview_value = {
            "title": _("Godt at vide"),
            "questions": [
                {
                    "question": _("Koster det noget at være med?"),
                    "answer": _("<p>Materialerne er frie at bruge for alle.</p>"),
                }
            ],
        }


class PageLinksBlock(blocks.StructBlock):
    """A short list of pages to go on to."""

    title = blocks.CharBlock(label=_("Titel"), required=False, max_length=120)
    pages = blocks.ListBlock(
        LinkedPageChooserBlock(label=_("Side")), label=_("Sider"), min_num=1
    )

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        context["pages"] = visible(value["pages"])
        return context

    def get_api_representation(self, value, context=None):
        return placed(value, context["teller"], "pages", visible(value["pages"]))

    class Meta:
        icon = "doc-empty"
        label = _("Sidelinks")
        group = ONWARD
        description = _("Links til andre sider på sitet.")
        template = "blocks/page_links_block.html"
        preview_template = "blocks/previews/page_links_block.html"


GENERIC_BLOCKS = [
    ("heading", HeadingBlock()),
    ("text", TextBlock()),
    ("picture", PictureBlock()),
    ("quote", QuoteBlock()),
    ("key_figure", KeyFigureBlock()),
    ("chart", ChartBlock(group=PICTURES)),
    ("timeline", TimelineBlock()),
    ("faq", FAQBlock()),
    ("call_to_action", CallToActionBlock()),
    ("page_links", PageLinksBlock()),
]
