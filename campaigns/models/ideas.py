from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from modelcluster.fields import ParentalKey
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    HelpPanel,
    InlinePanel,
    MultiFieldPanel,
    PageChooserPanel,
)
from wagtail.models import Orderable
from wagtail.search import index

from assets.models import Asset
from core.danish import number
from core.fields import LightStreamField
from core.models import BasePage

from ..blocks import IntroductionBlock, StoryBlock
from ..filters import IdeaFilter
from .base import ContentPage, filtered_list


class IdeaIndexPage(BasePage):
    """The idea catalogue: all ideas of all campaigns, to narrow down."""

    template = "pages/campaigns/idea_index_page.html"
    max_count_per_parent = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = []

    body = LightStreamField(
        IntroductionBlock(), verbose_name=_("indledning"), blank=True
    )

    content_panels = [*BasePage.content_panels, FieldPanel("body")]

    class Meta:
        verbose_name = _("idékatalog")
        verbose_name_plural = _("idékataloger")

    def ideas(self):
        """All that the catalogue may show, the latest campaign's first."""
        return (
            IdeaPage.objects.live()
            .public()
            .filter(locale_id=self.locale_id)
            .for_cards()
            .select_related("theme")
            .order_by("-theme__starts_on", "title")
        )

    def serve(self, request, *args, **kwargs):
        if request.GET.get("vis") == "print":
            # It imports this module.
            from ..ideas.catalogue_views import show_print

            return show_print(request, self)
        return super().serve(request, *args, **kwargs)

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        return context | filtered_list(request, IdeaFilter, self.ideas())


def hours_field() -> models.DecimalField:
    """The hours that an idea takes, as its page and what a library sends keep them."""
    return models.DecimalField(
        _("timer"),
        max_digits=5,
        decimal_places=1,
        null=True,
        blank=True,
        validators=[
            MinValueValidator(0, _("Timer kan ikke være negative.")),
            MaxValueValidator(999, _("Skriv højst 999 timer.")),
        ],
        help_text=_("Personalets tid i alt, med forberedelse."),
    )


class IdeaPage(ContentPage):
    """Something that a library can do: what it takes, the steps, what it needs."""

    template = "pages/campaigns/idea_page.html"
    catalogue = "ideaindexpage"

    class Audience(models.TextChoices):
        EVERYONE = "alle", _("Alle")
        SMALL_CHILDREN = "boern-3-6", _("Børn 3-6 år")
        CHILDREN = "boern-7-12", _("Børn 7-12 år")
        YOUNG = "unge", _("Unge")
        ADULTS = "voksne", _("Voksne")
        FAMILIES = "familier", _("Familier")

    class Cost(models.TextChoices):
        FREE = "gratis", _("Gratis")
        LOW = "under-1000", _("Under 1.000 kr.")
        MIDDLE = "1000-5000", _("1.000-5.000 kr.")
        HIGH = "over-5000", _("Over 5.000 kr.")

    class Space(models.TextChoices):
        SHELF = "hylde", _("En hylde")
        TABLE = "bord", _("Et bord")
        ROOM = "rum", _("Et rum")
        HALL = "sal", _("En sal")
        OUTDOORS = "ude", _("Ude")
        DIGITAL = "digitalt", _("Digitalt")

    class PartnerType(models.TextChoices):
        NONE = "ingen", _("Ingen partner")
        MUSEUM = "museum", _("Museum")
        ARCHIVE = "arkiv", _("Arkiv")
        SCHOOL = "skole", _("Skole")
        ASSOCIATION = "forening", _("Forening")
        AUTHOR = "forfatter", _("Forfatter")

    audience = models.CharField(
        _("for hvem"), max_length=12, choices=Audience, default=Audience.EVERYONE
    )
    staff_hours = hours_field()
    cost = models.CharField(_("pris"), max_length=12, choices=Cost, default=Cost.FREE)
    lead_weeks = models.PositiveSmallIntegerField(
        _("varsel i uger"),
        null=True,
        blank=True,
        validators=[MaxValueValidator(52, _("Skriv højst 52 uger."))],
        help_text=_("Hvor mange uger før skal I gå i gang?"),
    )
    space = models.CharField(_("plads"), max_length=12, choices=Space, blank=True)
    partner_type = models.CharField(
        _("partner"), max_length=12, choices=PartnerType, default=PartnerType.NONE
    )
    body = LightStreamField(StoryBlock(), verbose_name=_("mere om ideen"), blank=True)
    credit = models.CharField(
        _("ideen kommer fra"),
        max_length=200,
        blank=True,
        help_text=_("Biblioteket eller dem, der fik ideen. Vises på siden."),
    )

    content_panels = [
        HelpPanel(template="admin/campaigns/sent_idea_panel.html"),
        *ContentPage.content_panels,
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("audience"), FieldPanel("staff_hours")]),
                FieldRowPanel([FieldPanel("cost"), FieldPanel("lead_weeks")]),
                FieldRowPanel([FieldPanel("space"), FieldPanel("partner_type")]),
            ],
            heading=_("Det kræver"),
        ),
        InlinePanel("steps", heading=_("Sådan gør I"), label=_("Trin")),
        FieldPanel("body"),
        FieldPanel("credit"),
        MultiFieldPanel(
            [
                InlinePanel("needed_assets", label=_("Materiale")),
                InlinePanel("needed_films", label=_("Film")),
                InlinePanel("needed_lists", label=_("Læseliste")),
            ],
            heading=_("Det skal I bruge"),
        ),
    ]

    search_fields = [
        *ContentPage.search_fields,
        index.SearchField("body"),
        index.RelatedFields("steps", [index.SearchField("text")]),
        index.FilterField("audience"),
        index.FilterField("cost"),
    ]

    class Meta:
        verbose_name = _("idé")
        verbose_name_plural = _("ideer")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        wanted = [row.asset_id for row in self.needed_assets.all()]
        found = Asset.objects.listed_for(request.user).for_list().in_bulk(wanted)
        context["assets"] = [found[pk] for pk in wanted if pk in found]
        context["films"] = self.shown("needed_films")
        context["reading_lists"] = self.shown("needed_lists")
        return context

    def shown(self, relation: str) -> list:
        """The pages of a relation that everyone may be shown, in the editor's order."""
        wanted = [row.page_id for row in getattr(self, relation).all()]
        model = getattr(self, relation).model._meta.get_field("page").related_model
        found = model.objects.live().public().for_cards().in_bulk(wanted)
        return [found[pk] for pk in wanted if pk in found]

    @property
    def hours(self) -> str:
        """The staff's time as people write it: "2 timer", "1,5 time", or empty."""
        if self.staff_hours is None:
            return ""
        decimals = 0 if self.staff_hours == int(self.staff_hours) else 1
        unit = _("time") if 0 < self.staff_hours < 2 else _("timer")
        return f"{number(float(self.staff_hours), decimals)} {unit}"


class IdeaStep(Orderable):
    """One thing to do, in order."""

    page = ParentalKey(IdeaPage, on_delete=models.CASCADE, related_name="steps")
    text = models.TextField(_("hvad gør man"), max_length=600)

    panels = [FieldPanel("text")]

    class Meta(Orderable.Meta):
        verbose_name = _("trin")

    def __str__(self):
        return self.text[:60]


class IdeaAsset(Orderable):
    """A material that an idea needs."""

    page = ParentalKey(IdeaPage, on_delete=models.CASCADE, related_name="needed_assets")
    asset = models.ForeignKey(
        "assets.Asset",
        verbose_name=_("materiale"),
        on_delete=models.CASCADE,
        related_name="+",
    )

    panels = [FieldPanel("asset")]

    class Meta(Orderable.Meta):
        verbose_name = _("materiale til ideen")

    def __str__(self):
        return str(self.asset_id)


class IdeaFilm(Orderable):
    """A film that an idea needs."""

    parent = ParentalKey(
        IdeaPage, on_delete=models.CASCADE, related_name="needed_films"
    )
    page = models.ForeignKey(
        "campaigns.FilmPage",
        verbose_name=_("film"),
        on_delete=models.CASCADE,
        related_name="+",
    )

    panels = [PageChooserPanel("page", "campaigns.FilmPage")]

    class Meta(Orderable.Meta):
        verbose_name = _("film til ideen")

    def __str__(self):
        return str(self.page_id)


class IdeaReadingList(Orderable):
    """A reading list that an idea needs."""

    parent = ParentalKey(
        IdeaPage, on_delete=models.CASCADE, related_name="needed_lists"
    )
    page = models.ForeignKey(
        "campaigns.ReadingListPage",
        verbose_name=_("læseliste"),
        on_delete=models.CASCADE,
        related_name="+",
    )

    panels = [PageChooserPanel("page", "campaigns.ReadingListPage")]

    class Meta(Orderable.Meta):
        verbose_name = _("læseliste til ideen")

    def __str__(self):
        return str(self.page_id)
