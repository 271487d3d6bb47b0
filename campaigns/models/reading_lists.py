from collections.abc import Iterable
from urllib.parse import quote, urlencode

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, InlinePanel
from wagtail.models import Orderable
from wagtail.search import index

from assets.storages import public_storage
from core.danish import slug
from core.fields import LightStreamField
from core.models import BasePage

from ..bibliography.identifiers import check_faust, check_isbn, check_work
from ..blocks import IntroductionBlock, StoryBlock
from ..filters import ReadingListFilter
from .base import ContentPage, filtered_list

CATALOGUE = "https://bibliotek.dk"
E_LIBRARY = "https://ereolen.dk"


class ReadingListIndexPage(BasePage):
    """All reading lists of all campaigns."""

    template = "pages/campaigns/reading_list_index_page.html"
    max_count_per_parent = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = []

    body = LightStreamField(
        IntroductionBlock(), verbose_name=_("indledning"), blank=True
    )

    content_panels = [*BasePage.content_panels, FieldPanel("body")]

    class Meta:
        verbose_name = _("læselisteoversigt")
        verbose_name_plural = _("læselisteoversigter")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        lists = (
            ReadingListPage.objects.live()
            .public()
            .filter(locale_id=self.locale_id)
            .for_cards()
            .select_related("theme")
            .order_by("-theme__starts_on", "title")
        )
        return context | filtered_list(request, ReadingListFilter, lists)


class ReadingListPage(ContentPage):
    """Books that go with a campaign, each with a line on why, each to borrow."""

    template = "pages/campaigns/reading_list_page.html"
    catalogue = "readinglistindexpage"
    on_cards = ("titles",)

    audience = models.CharField(_("for hvem"), max_length=60, blank=True)
    body = LightStreamField(StoryBlock(), verbose_name=_("mere om listen"), blank=True)

    content_panels = [
        *ContentPage.content_panels,
        FieldPanel("audience"),
        HelpPanel(template="admin/campaigns/paste_titles_link.html"),
        InlinePanel("titles", heading=_("Titler"), label=_("Titel")),
        FieldPanel("body"),
    ]
    search_fields = [
        *ContentPage.search_fields,
        index.SearchField("body"),
        index.RelatedFields(
            "titles",
            [
                index.SearchField("title"),
                index.SearchField("author"),
                index.SearchField("isbn"),
            ],
        ),
    ]

    class Meta:
        verbose_name = _("læseliste")
        verbose_name_plural = _("læselister")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["titles"] = self.titles_with_covers()
        return context

    def schema(self, context):
        books = [title.schema() for title in context["titles"]]
        return {
            "@type": "ItemList",
            "numberOfItems": len(books),
            "itemListElement": [
                {"@type": "ListItem", "position": n, "item": book}
                for n, book in enumerate(books, 1)
            ],
        }

    def titles_with_covers(self) -> list["ReadingListTitle"]:
        """Return the titles in order, each with ``cover`` or None, in two queries."""
        titles = list(self.titles.all())
        fetch_covers(titles)
        return titles


class ReadingListTitle(Orderable):
    """A book, film or game on a list. ``isbn`` is kept as 13 digits."""

    class Format(models.TextChoices):
        BOOK = "bog", _("Bog")
        PICTURE_BOOK = "billedbog", _("Billedbog")
        COMIC = "tegneserie", _("Tegneserie")
        E_BOOK = "e-bog", _("E-bog")
        AUDIOBOOK = "lydbog", _("Lydbog")

    page = ParentalKey(ReadingListPage, on_delete=models.CASCADE, related_name="titles")
    title = models.CharField(_("titel"), max_length=200)
    author = models.CharField(_("forfatter"), max_length=200, blank=True)
    year = models.PositiveSmallIntegerField(
        _("år"),
        null=True,
        blank=True,
        validators=[MaxValueValidator(2100, _("Skriv året med fire cifre."))],
    )
    isbn = models.CharField(
        _("ISBN"),
        max_length=20,
        blank=True,
        help_text=_("10 eller 13 cifre, gerne med bindestreger."),
    )
    faust = models.CharField(
        _("faustnummer"),
        max_length=20,
        blank=True,
        help_text=_("Otte eller ni cifre, som på bibliotek.dk."),
    )
    work_id = models.CharField(
        _("værk-id"),
        max_length=60,
        blank=True,
        help_text=_("Det sidste i adressen på bibliotek.dk: work-of:870970-basis: …"),
    )
    needs_care = models.BooleanField(
        _("skal ses efter"),
        default=False,
        help_text=_("Oplysningerne er ikke hentet og endnu ikke set efter."),
    )
    format = models.CharField(
        _("form"), max_length=12, choices=Format, default=Format.BOOK
    )
    why = models.CharField(_("hvorfor læse den"), max_length=250, blank=True)
    audience = models.CharField(_("for hvem"), max_length=60, blank=True)

    panels = [
        FieldRowPanel([FieldPanel("title"), FieldPanel("author")]),
        FieldRowPanel([FieldPanel("year"), FieldPanel("format"), FieldPanel("isbn")]),
        FieldRowPanel([FieldPanel("faust"), FieldPanel("work_id")]),
        FieldPanel("why"),
        FieldPanel("audience"),
        FieldPanel("needs_care"),
    ]

    def schema(self) -> dict:
        """The title as schema.org has it."""
        author = self.author and {"@type": "Person", "name": self.author}
        facts = {"name": self.title, "author": author, "isbn": self.isbn}
        return {"@type": "Book"} | {name: one for name, one in facts.items() if one}

    class Meta(Orderable.Meta):
        verbose_name = _("titel")

    def __str__(self):
        return self.title

    def clean(self):
        super().clean()
        checks = {"isbn": check_isbn, "faust": check_faust, "work_id": check_work}
        errors = {}
        for name, check in checks.items():
            if value := getattr(self, name):
                try:
                    setattr(self, name, check(value))
                except ValidationError as error:
                    errors[name] = error
        if errors:
            raise ValidationError(errors)

    @property
    def number(self) -> str:
        """What finds the title: its ISBN, else its faust number, else its words."""
        return self.isbn or self.faust or f"{self.title} {self.author}".strip()

    @property
    def cover_key(self) -> str:
        """What its cover is kept under; empty when no catalogue knows the title."""
        return self.work_id or self.isbn or self.faust

    @property
    def catalogue_url(self) -> str:
        """The title at bibliotek.dk: the work itself, else a search for it."""
        if self.work_id:
            return f"{CATALOGUE}/materiale/{slug(self.title)}/{quote(self.work_id)}"
        return f"{CATALOGUE}/find?{urlencode({'q.all': self.number})}"

    @property
    def e_library_url(self) -> str:
        """The title at eReolen; empty for what is not read or heard on a screen."""
        if self.format not in (self.Format.E_BOOK, self.Format.AUDIOBOOK):
            return ""
        if self.work_id:
            return f"{E_LIBRARY}/work/{quote(self.work_id)}"
        return f"{E_LIBRARY}/search?{urlencode({'q': self.number})}"


class Cover(models.Model):
    """A title's cover as a small picture of our own, so that no page asks elsewhere.

    ``key`` is the ``cover_key`` of its titles. A cover without ``file`` was looked for
    in vain.
    """

    key = models.CharField(max_length=60, unique=True)
    file = models.CharField(max_length=120, blank=True)
    width = models.PositiveSmallIntegerField(null=True)
    height = models.PositiveSmallIntegerField(null=True)
    asked_at = models.DateTimeField()

    class Meta:
        verbose_name = _("forside")

    def __str__(self):
        return self.key

    @property
    def url(self) -> str:
        """Where browsers fetch it."""
        return public_storage().url(self.file)


def fetch_covers(titles: Iterable[ReadingListTitle]) -> None:
    """Give each title its ``cover``, or None, in one query."""
    keys = {title.cover_key for title in titles if title.cover_key}
    kept = Cover.objects.filter(key__in=keys).exclude(file="")
    covers = {cover.key: cover for cover in kept}
    for title in titles:
        title.cover = covers.get(title.cover_key)
