from django.core.exceptions import ValidationError
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.search import index

from assets.choosers import asset_chooser_viewset
from assets.models import Asset, AssetFile
from assets.models.rights import Channel
from assets.permissions import may_fetch
from core.fields import LightStreamField
from core.models import BasePage
from core.models.pages import BasePageForm
from core.pictures import offer_of, picture_url
from core.site_address import whole

from ..blocks import IntroductionBlock
from ..filters import FilmFilter
from ..providers import find_provider
from .base import ContentPage, filtered_list
from .film_chapters import FilmChapter, chapter_errors


class FilmIndexPage(BasePage):
    """All films of all campaigns."""

    template = "pages/campaigns/film_index_page.html"
    max_count_per_parent = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = []

    body = LightStreamField(
        IntroductionBlock(), verbose_name=_("indledning"), blank=True
    )

    content_panels = [*BasePage.content_panels, FieldPanel("body")]

    class Meta:
        verbose_name = _("filmoversigt")
        verbose_name_plural = _("filmoversigter")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        films = (
            FilmPage.objects.live()
            .public()
            .filter(locale_id=self.locale_id)
            .for_cards()
            .select_related("theme")
            .order_by("-theme__starts_on", "title")
        )
        return context | filtered_list(request, FilmFilter, films)


class FilmChooser(asset_chooser_viewset.widget_class):
    """Chooses among the films alone."""

    def get_chooser_modal_url(self):
        return f"{super().get_chooser_modal_url()}?kind={Asset.Kind.FILM}"


class FilmPageForm(BasePageForm):
    """Tells the page of an address that cannot be read, and chapters of each other."""

    def clean(self):
        cleaned_data = super().clean()
        self.instance.address_is_wrong = "address" in self.errors
        asset = cleaned_data.get("asset")
        length = cleaned_data.get("seconds") or (asset and asset.film_seconds)
        rows = [
            row
            for row in self.formsets["chapters"].forms
            if row.is_valid() and row.cleaned_data.get("time")
            if not row.cleaned_data.get("DELETE")
        ]
        wrong = chapter_errors([row.instance for row in rows], length)
        for place, error in wrong.items():
            rows[place].add_error("time", error)
        if wrong:
            self.add_error(None, _("Et kapitel kan ikke bruges. Se ved kapitlet."))
        return cleaned_data


def _unfit_to_play(file: AssetFile) -> tuple[bool, bool, bool]:
    version = file.current_version
    is_tall = (version.height or 0) > (version.width or 0)
    return file.purpose != AssetFile.Purpose.SCREEN, version.is_silent, is_tall


class FilmPage(ContentPage):
    """A film to see here: an asset of our own, or an address at a provider."""

    template = "pages/campaigns/film_page.html"
    catalogue = "filmindexpage"
    served_with = (*ContentPage.served_with, "asset")

    asset = models.ForeignKey(
        "assets.Asset",
        verbose_name=_("egen film"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Et materiale med en MP4-fil."),
    )
    address = models.URLField(
        _("eller adressen på en film"),
        blank=True,
        help_text=_("Hos YouTube, Vimeo eller DR."),
    )
    seconds = models.PositiveIntegerField(_("længde i sekunder"), null=True, blank=True)
    transcript = models.TextField(
        _("tekst"),
        blank=True,
        help_text=_("Det, der siges og ses, for den, der hellere vil læse."),
    )

    # Such an address has its own error; that none was written is not another.
    address_is_wrong = False

    base_form_class = FilmPageForm
    content_panels = [
        *ContentPage.content_panels,
        MultiFieldPanel(
            [
                FieldPanel("asset", widget=FilmChooser),
                FieldPanel("address"),
                FieldPanel("seconds"),
            ],
            heading=_("Filmen"),
        ),
        InlinePanel("chapters", heading=_("Kapitler"), label=_("Kapitel")),
        FieldPanel("transcript"),
    ]
    search_fields = [*ContentPage.search_fields, index.SearchField("transcript")]

    class Meta:
        verbose_name = _("film")
        verbose_name_plural = _("film")

    def clean(self):
        super().clean()
        if self.is_deferred_validation:
            return
        if self.asset_id and self.address:
            raise ValidationError(
                {
                    "asset": _(
                        "Vælg enten en egen film eller en adresse, ikke begge dele."
                    )
                }
            )
        if not (self.asset_id or self.address or self.address_is_wrong):
            raise ValidationError(
                {"asset": _("Vælg en egen film, eller skriv adressen på en.")}
            )
        if self.address and not find_provider(self.address):
            raise ValidationError(
                {
                    "address": _(
                        "Adressen kendes ikke. Brug en film fra YouTube, Vimeo eller "
                        "DR, eller læg filmen op som materiale."
                    )
                }
            )
        if self.asset_id and self.asset.kind != Asset.Kind.FILM:
            raise ValidationError({"asset": _("Materialet er ikke en film.")})

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["film_locked"] = bool(
            self.asset and not may_fetch(request.user, self.asset)
        )
        if self.film_file and not context["film_locked"]:
            context["chapters"] = self.chapters_in_order()
        return context

    def schema(self, context):
        dates = self.schema_dates()
        file = None if context["film_locked"] else self.film_file
        return {
            "@type": "VideoObject",
            "thumbnailUrl": whole(self.poster_url) if file else picture_url(self),
            "uploadDate": dates["datePublished"],
            "duration": self.seconds and f"PT{self.seconds}S",
            "contentUrl": file and whole(file.play_url),
            "embedUrl": self.player_url,
            "transcript": self.transcript,
        }

    def chapters_in_order(self) -> list[FilmChapter]:
        """Those with a time: a draft may lack it."""
        timed = [row for row in self.chapters.all() if row.seconds is not None]
        return sorted(timed, key=lambda chapter: chapter.seconds)

    @cached_property
    def forms(self) -> list[AssetFile]:
        """The forms in which it can be fetched (16:9, 9:16, silent), while usable."""
        if not self.asset or not self.asset.is_usable:
            return []
        return [
            file
            for file in self.asset.current_files
            if file.current_version.content_type.startswith("video/")
        ]

    @property
    def is_for_web(self) -> bool:
        """Whether the rights let it be shown on a page."""
        return not self.asset or self.asset.is_for_web

    @property
    def is_for_screens(self) -> bool:
        """Whether the rights let a library show it on a screen of its own."""
        return self.asset.may_be_used_for(Channel.SCREEN)

    @cached_property
    def film_file(self) -> AssetFile | None:
        """The MP4 that plays here, if it may be shown on the web.

        Rather the screen form than others, one with sound than one without, and a
        broad one than a tall one.
        """
        if not self.is_for_web:
            return None
        films = [f for f in self.forms if f.current_version.content_type == "video/mp4"]
        return min(films, key=_unfit_to_play, default=None)

    @property
    def poster_url(self) -> str:
        """What stands there before ``film_file`` plays: its picture, else a frame."""
        if self.picture and self.picture.is_in_period:
            return offer_of(self.picture).widest.url
        return self.film_file.current_version.preview_large

    @cached_property
    def captions_file(self) -> AssetFile | None:
        """The captions (WebVTT) that lie beside the film in its asset."""
        if not self.asset:
            return None
        return next((f for f in self.asset.current_files if f.is_captions), None)

    @cached_property
    def player_url(self) -> str:
        """The provider's player without tracking cookies, loaded after a click."""
        provider = find_provider(self.address) if self.address else None
        return provider.player_url(self.address) if provider else ""

    @property
    def provider_name(self) -> str:
        """Who the film lies with, or empty when it is our own."""
        provider = find_provider(self.address) if self.address else None
        return provider.name if provider else ""

    @property
    def length(self) -> str:
        """The length as "2.05" (minutes and seconds), or empty."""
        if not self.seconds:
            return ""
        return f"{self.seconds // 60}.{self.seconds % 60:02d}"
