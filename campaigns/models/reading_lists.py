from urllib.parse import urlencode

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.models import Orderable
from wagtail.search import index

from stdnum import isbn
from stdnum.exceptions import ValidationError as StdnumError

from core.fields import LightStreamField
from core.models import BasePage

from ..blocks import IntroductionBlock, StoryBlock
from ..filters import ReadingListFilter
from .base import ContentPage, filtered_list

CATALOGUE = "https://bibliotek.dk/find"


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

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        lists = (
            ReadingListPage.objects.live()
            .public()
            .filter(locale_id=self.locale_id)
            .for_cards()
            .select_related("theme")
            .prefetch_related("titles")
            .order_by("-theme__starts_on", "title")
        )
        return context | filtered_list(request, ReadingListFilter, lists)


class ReadingListPage(ContentPage):
    """Books that go with a campaign, each with a line on why, each to borrow."""

    template = "pages/campaigns/reading_list_page.html"
    catalogue = "readinglistindexpage"

    audience = models.CharField(_("for hvem"), max_length=60, blank=True)
    body = LightStreamField(StoryBlock(), verbose_name=_("mere om listen"), blank=True)

    content_panels = [
        *ContentPage.content_panels,
        FieldPanel("audience"),
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
        context["titles"] = self.titles.all()
        return context


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
    format = models.CharField(
        _("form"), max_length=12, choices=Format, default=Format.BOOK
    )
    why = models.CharField(_("hvorfor læse den"), max_length=250, blank=True)
    audience = models.CharField(_("for hvem"), max_length=60, blank=True)

    panels = [
        FieldRowPanel([FieldPanel("title"), FieldPanel("author")]),
        FieldRowPanel([FieldPanel("year"), FieldPanel("format"), FieldPanel("isbn")]),
        FieldPanel("why"),
        FieldPanel("audience"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("titel")

    def __str__(self):
        return self.title

    def clean(self):
        super().clean()
        if self.isbn:
            try:
                self.isbn = isbn.to_isbn13(isbn.validate(self.isbn))
            except StdnumError as error:
                raise ValidationError(
                    {
                        "isbn": _(
                            "%(isbn)s er ikke et ISBN: kontrolcifferet eller længden "
                            "passer ikke. Se efter bag på bogen, eller lad feltet "
                            "være tomt."
                        )
                        % {"isbn": self.isbn}
                    }
                ) from error

    @property
    def catalogue_url(self) -> str:
        """The title at bibliotek.dk: by ISBN, else by title and author."""
        query = self.isbn or f"{self.title} {self.author}".strip()
        return f"{CATALOGUE}?{urlencode({'q.all': query})}"
