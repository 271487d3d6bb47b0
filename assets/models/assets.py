import datetime
import uuid

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import get_random_string
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.fields import RichTextField
from wagtail.models import CollectionMember
from wagtail.search import index

from taggit.models import TaggedItemBase

from core.danish import free_slug
from core.danish import slug as danish_slug
from core.fields import SortKeyField

from ..permissions import Audience
from .access import CollectionAccess
from .asset_queries import FACETS, AssetQuerySet
from .rights import Channel, ChannelsField, RightsPeriod

RANDOM_SIGNS = "abcdefghijkmnpqrstuvwxyz23456789"


class AssetTag(TaggedItemBase):
    """A tag on an asset."""

    content_object = ParentalKey(
        "assets.Asset", on_delete=models.CASCADE, related_name="tagged_items"
    )


class Asset(RightsPeriod, CollectionMember, index.Indexed, ClusterableModel):
    """A thing that libraries use ("Plakat: Stenalderen"); its files are its forms."""

    class Kind(models.TextChoices):
        PRINT = "print", _("Tryk")
        BANNER = "banner", _("Skærm og banner")
        FILM = "film", _("Film")
        SOUND = "sound", _("Lyd")
        GRAPHIC_PACKAGE = "graphic_package", _("Grafisk pakke")
        TEXT = "text", _("Tekst")

    class State(models.TextChoices):
        DRAFT = "draft", _("Kladde")
        PUBLISHED = "published", _("Udgivet")
        WITHDRAWN = "withdrawn", _("Trukket tilbage")

    ACCESS = [
        (Audience.ANYONE, _("Alle")),
        (Audience.LIBRARY, _("Biblioteker, der er logget ind")),
        (Audience.NAMED, _("Kun udvalgte biblioteker")),
        (Audience.EDITOR, _("Kun redaktører")),
    ]

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    title = models.CharField(_("titel"), max_length=150)
    title_key = SortKeyField(of="title")
    slug = models.SlugField(
        _("adresse"), unique=True, max_length=170, blank=True, editable=False
    )
    kind = models.CharField(_("slags"), max_length=20, choices=Kind)
    theme = models.ForeignKey(
        "themes.Theme",
        verbose_name=_("tema"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="assets",
    )
    summary = models.CharField(
        _("resumé"),
        max_length=250,
        blank=True,
        help_text=_("Hvad er det, og hvad kan I bruge det til?"),
    )
    description = models.TextField(_("beskrivelse"), blank=True)
    body = RichTextField(
        _("tekst"),
        blank=True,
        features=["h3", "bold", "italic", "ol", "ul", "link"],
        help_text=_(
            "Pressemeddelelse, omtale eller opslag. Bibliotekerne kan kopiere den og "
            "hente den som Word-fil."
        ),
    )
    alt_text = models.CharField(
        _("alternativ tekst"),
        max_length=250,
        blank=True,
        help_text=_("Hvad ser man? Læses op for den, der ikke kan se det."),
    )
    tags = ClusterTaggableManager(
        through=AssetTag, blank=True, verbose_name=_("emneord")
    )
    licence = models.ForeignKey(
        "assets.Licence",
        verbose_name=_("licens"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    credit = models.CharField(_("kreditering"), max_length=200, blank=True)
    consent_note = models.TextField(
        _("om samtykket"),
        blank=True,
        help_text=_("Hvem har sagt ja, og hvor ligger det? Ses kun i redaktionen."),
    )
    channels = ChannelsField()
    access = models.PositiveSmallIntegerField(
        _("hvem må hente"), choices=ACCESS, default=Audience.LIBRARY
    )
    named_libraries = models.ManyToManyField(
        "libraries.Library",
        verbose_name=_("udvalgte biblioteker"),
        blank=True,
        related_name="+",
    )
    state = models.CharField(
        _("tilstand"), max_length=10, choices=State, default=State.DRAFT
    )
    successor = models.ForeignKey(
        "self",
        verbose_name=_("afløses af"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Vises for dem, der leder efter et materiale, som er væk."),
    )
    label = models.CharField(_("mærkat"), max_length=30, blank=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    # What lists are narrowed and sorted by; kept by profiles.py and tasks.py.
    profile = models.ForeignKey(
        "assets.AssetProfile",
        null=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="assets",
    )
    fetched_count = models.PositiveIntegerField(_("hentet"), default=0, editable=False)
    # When it came, or will come, into view: "new" is counted from here.
    published_at = models.DateTimeField(
        _("udgivet"), default=timezone.now, editable=False
    )
    created_at = models.DateTimeField(_("oprettet"), auto_now_add=True)
    updated_at = models.DateTimeField(_("ændret"), auto_now=True)

    objects = AssetQuerySet.as_manager()

    search_fields = [
        *CollectionMember.search_fields,
        index.SearchField("title", boost=4),
        index.AutocompleteField("title"),
        index.SearchField("summary", boost=2),
        index.AutocompleteField("summary"),
        index.SearchField("description"),
        index.SearchField("alt_text"),
        index.SearchField("credit"),
        index.RelatedFields("tags", [index.SearchField("name", boost=2)]),
        index.RelatedFields(
            "theme", [index.SearchField("subtitle"), index.SearchField("umbrella")]
        ),
        index.FilterField("id"),
        index.FilterField("title"),
        index.FilterField("state"),
        index.FilterField("access"),
        index.FilterField("kind"),
        index.FilterField("usable_from"),
        index.FilterField("usable_until"),
        index.FilterField("consent_until"),
        index.FilterField("theme_id"),
        index.FilterField("created_by"),
        index.FilterField("created_at"),
    ]

    class Meta:
        verbose_name = _("materiale")
        verbose_name_plural = _("materialer")
        ordering = ["-created_at", "-pk"]
        permissions = [("publish_asset", "Can publish asset")]
        indexes = [
            models.Index(fields=["state", "access", "-created_at"]),
            FACETS,
            models.Index(fields=["state", "-published_at", "-id"], name="asset_newest"),
            models.Index(fields=["state", "title_key", "id"], name="asset_title"),
            models.Index(
                fields=["state", "-fetched_count", "-published_at", "-id"],
                name="asset_most_fetched",
            ),
            models.Index(
                fields=["state", "theme", "-published_at", "-id"],
                name="asset_newest_of_theme",
            ),
        ]

    def __str__(self):
        return self.title

    # The state as the database has it; None for a new asset.
    _stored_state = None

    @classmethod
    def from_db(cls, db, field_names, values):
        asset = super().from_db(db, field_names, values)
        asset._stored_state = asset.__dict__.get("state")
        return asset

    def save(self, *args, **kwargs):
        fields = kwargs.get("update_fields")
        if fields is None or "state" in fields:
            self._note_when_it_comes()
            if fields is not None:
                fields = kwargs["update_fields"] = {*fields, "published_at"}
        if fields is not None and "title" in fields:
            kwargs["update_fields"] = {*fields, "title_key"}
        if self.slug:
            super().save(*args, **kwargs)
        else:
            self._save_at_a_free_address(*args, **kwargs)
        self._stored_state = self.state

    def _save_at_a_free_address(self, *args, **kwargs) -> None:
        self.slug = self._free_slug()
        try:
            with transaction.atomic():
                super().save(*args, **kwargs)
        except IntegrityError:
            if not Asset.objects.filter(slug=self.slug).exists():
                raise
            # Somebody took it since we looked.
            self.slug = f"{self.slug}-{get_random_string(6, RANDOM_SIGNS)}"
            super().save(*args, **kwargs)

    def _note_when_it_comes(self) -> None:
        """Set ``published_at`` when the asset is published, or put off."""
        if self.state != self.State.PUBLISHED:
            return
        now = timezone.now()
        starts = now
        if self.usable_from:
            midnight = datetime.datetime.combine(self.usable_from, datetime.time())
            starts = timezone.make_aware(midnight)
        if self._stored_state != self.State.PUBLISHED or starts > now:
            self.published_at = max(now, starts)

    def _free_slug(self) -> str:
        base = danish_slug(self.title)[:150] or "materiale"
        return free_slug(base, Asset.objects.all())

    def clean(self):
        errors = self.period_errors()
        if self.state == self.State.PUBLISHED and not self.licence_id:
            errors["licence"] = _(
                "Vælg en licens, før materialet udgives. Bibliotekerne skal vide, "
                "hvad de må."
            )
        if self.state == self.State.PUBLISHED and self.theme_id and self.theme.is_draft:
            errors["theme"] = _(
                "Temaet er en kladde. Sæt det til ”Udmeldt”, før materialet udgives."
            )
        if self.successor_id and self.successor_id == self.pk:
            errors["successor"] = _("Et materiale kan ikke afløse sig selv.")
        if errors:
            raise ValidationError(errors)

    def get_absolute_url(self) -> str:
        return reverse("asset", args=[self.slug])

    @property
    def is_draft(self) -> bool:
        return self.state == self.State.DRAFT

    @property
    def is_usable(self) -> bool:
        """The same question as ``AssetQuerySet.usable``, of one asset."""
        return self.state == self.State.PUBLISHED and self.is_in_period

    @property
    def is_over(self) -> bool:
        """Withdrawn, or its rights have run out: it was here and is gone."""
        return self.state == self.State.WITHDRAWN or (
            self.state == self.State.PUBLISHED
            and self.ends_on is not None
            and self.ends_on < timezone.localdate()
        )

    @property
    def channel_names(self) -> list[str]:
        """The channels that the rights cover, in words; none when they cover all."""
        return [Channel(value).label for value in self.channels]

    def may_be_used_for(self, channel: Channel) -> bool:
        """Whether the rights cover a channel."""
        return not self.channels or channel in self.channels

    @property
    def is_for_web(self) -> bool:
        """Whether the rights let it be shown to everyone on a page."""
        return self.may_be_used_for(Channel.WEB)

    @property
    def level(self) -> int:
        """The audience that it takes: its own access, or its collection's if higher.

        Costs a query, unless the list (``for_list``) brought the collection's along.
        """
        if not hasattr(self, "least_access"):
            self.least_access = CollectionAccess.objects.least_in(self.collection)
        return max(self.access, self.least_access or Audience.ANYONE)

    @property
    def has_text(self) -> bool:
        """Whether it is a text that is written here, and not a file."""
        return self.kind == self.Kind.TEXT and bool(self.body)

    @property
    def is_restricted(self) -> bool:
        return self.level > Audience.ANYONE

    @cached_property
    def current_files(self) -> list:
        """The files that can be fetched now, in the editor's order."""
        files = getattr(self, "listed_files", None)
        if files is None:
            from .versions import AssetFile

            files = AssetFile.objects.with_current().filter(asset=self)
        return [file for file in files if file.current_version]

    @property
    def film_seconds(self) -> float | None:
        """How long its longest film is; None when it has none, or none was measured."""
        versions = [file.current_version for file in self.current_files]
        films = [v for v in versions if v.content_type.startswith("video/")]
        return max((v.seconds for v in films if v.seconds), default=None)

    @property
    def cover(self):
        """The version whose preview stands for the asset, or None."""
        versions = [file.current_version for file in self.current_files]
        return next((v for v in versions if v.has_preview), None)
