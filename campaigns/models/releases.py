import datetime
import hashlib
import json

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as translate
from django.utils.translation import gettext_lazy as _

from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.models import Orderable, Page

from assets.models import Asset
from assets.models.shares import new_token
from core.danish import today
from core.site_address import whole


class ReleaseQuerySet(models.QuerySet):
    """Release sets, asked for in the words of the schedule."""

    def waiting(self):
        return self.filter(released_at=None)

    def due(self):
        """Approved, and their minute has come."""
        has_come = Q(release_at=None) | Q(release_at__lte=timezone.now())
        return self.waiting().filter(has_come, approved__isnull=False)


class ReleaseSet(ClusterableModel):
    """Pages and assets that come out in the same minute, or not at all.

    ``approved`` holds a stamp of each thing as it was approved. It is held against what
    is there now, so that no way of changing a thing can get past the approval.
    """

    title = models.CharField(
        _("titel"), max_length=120, help_text=_("Fx ”Stenalderen: alt til uge 39”.")
    )
    release_at = models.DateTimeField(
        _("udgives"),
        null=True,
        blank=True,
        help_text=_(
            "Dato og minut. Lad feltet stå tomt for at udgive, så snart sættet er "
            "godkendt."
        ),
    )
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("lavet af"),
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    approved = models.JSONField(null=True, editable=False)
    approved_at = models.DateTimeField(null=True, editable=False)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    stopped_at = models.DateTimeField(null=True, editable=False)
    problems = models.JSONField(default=list, editable=False)
    released_at = models.DateTimeField(_("udgivet"), null=True, editable=False)
    preview_token = models.CharField(
        max_length=40, unique=True, default=new_token, editable=False
    )
    preview_until = models.DateField(null=True, editable=False)
    created_at = models.DateTimeField(_("oprettet"), auto_now_add=True)

    objects = ReleaseQuerySet.as_manager()

    class Meta:
        verbose_name = _("samlet udgivelse")
        verbose_name_plural = _("samlede udgivelser")
        ordering = ["-created_at", "-pk"]

    def __str__(self):
        return self.title

    def get_absolute_url(self) -> str:
        """The secret way to look at it; shut until somebody opens it."""
        return reverse("campaigns:release", args=[self.preview_token])

    @property
    def address(self) -> str:
        return whole(self.get_absolute_url())

    def listed_pages(self):
        """The pages of the set, parents before children."""
        chosen = ReleasePage.objects.filter(release=self.pk)
        return Page.objects.filter(pk__in=chosen.values("page")).order_by("path")

    def listed_assets(self):
        chosen = ReleaseAsset.objects.filter(release=self.pk)
        return Asset.objects.filter(pk__in=chosen.values("asset")).order_by("pk")

    def stamps(self) -> dict[str, str]:
        """What would come out and when; a thing has another stamp after any change."""
        found = {"at": str(self.release_at and self.release_at.timestamp())}
        # A draft saved again may keep its revision's key, so it goes by what it says.
        for page in self.listed_pages().values("pk", "latest_revision__content"):
            content = page["latest_revision__content"]
            found[f"page:{page['pk']}"] = _digest(content)
        for asset in self.listed_assets().prefetch_related("files"):
            versions = sorted(
                (file.pk, file.current_version_id) for file in asset.files.all()
            )
            what = [asset.updated_at, asset.state, versions]
            found[f"asset:{asset.pk}"] = _digest(what)
        return found

    @property
    def digest(self) -> str:
        """Says whether the set is another than the one that somebody looked at."""
        return _digest(self.stamps())

    def changes(self) -> list[str]:
        """What is another than when it was approved, in a sentence each."""
        then, now = self.approved or {}, self.stamps()
        changed = {
            key for key in then.keys() | now.keys() if then.get(key) != now.get(key)
        }
        sentences = []
        if "at" in changed:
            sentences.append(translate("Tidspunktet er ændret efter godkendelsen."))
        names = {f"page:{page.pk}": page.draft_title for page in self.listed_pages()}
        names |= {f"asset:{asset.pk}": asset.title for asset in self.listed_assets()}
        sentences += [
            translate("”%(title)s” er ændret eller kommet til efter godkendelsen.")
            % {"title": names[key]}
            for key in sorted(changed & names.keys())
        ]
        if changed - names.keys() - {"at"}:
            sentences.append(
                translate("Noget er taget ud af sættet efter godkendelsen.")
            )
        return sentences

    @property
    def is_released(self) -> bool:
        return self.released_at is not None

    @property
    def is_approved(self) -> bool:
        """Whether somebody has approved it just as it is now."""
        return self.approved is not None and self.approved == self.stamps()

    @property
    def comes_at_once(self) -> bool:
        """Whether an approval is all that it waits for."""
        return self.release_at is None or self.release_at <= timezone.now()

    @property
    def status(self) -> str:
        """How it stands with the set, in a word or two."""
        if self.is_released:
            return _("Udgivet")
        if self.stopped_at:
            return _("Stoppet")
        if self.approved is None:
            return _("Ikke godkendt")
        return _("Godkendt") if self.is_approved else _("Ændret efter godkendelsen")

    @property
    def can_be_previewed(self) -> bool:
        """Whether the secret link is open."""
        return self.preview_until is not None and self.preview_until >= today()

    def open_preview(self, days: int) -> None:
        """Make a new secret link; the former leads nowhere from now on."""
        self._renew_preview(today() + datetime.timedelta(days=days))

    def shut_preview(self) -> None:
        self._renew_preview(None)

    def _renew_preview(self, until: datetime.date | None) -> None:
        self.preview_token, self.preview_until = new_token(), until
        self.save(update_fields=["preview_token", "preview_until"])


class ReleasePage(Orderable):
    """A page of a set: it comes out as its latest draft says."""

    release = ParentalKey(ReleaseSet, on_delete=models.CASCADE, related_name="pages")
    page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("side"),
        on_delete=models.CASCADE,
        related_name="+",
    )

    class Meta(Orderable.Meta):
        verbose_name = _("side i en samlet udgivelse")
        verbose_name_plural = _("sider i samlede udgivelser")

    def __str__(self):
        return f"{self.release_id}: {self.page_id}"


class ReleaseAsset(Orderable):
    """An asset of a set."""

    release = ParentalKey(ReleaseSet, on_delete=models.CASCADE, related_name="assets")
    asset = models.ForeignKey(
        "assets.Asset",
        verbose_name=_("materiale"),
        on_delete=models.CASCADE,
        related_name="+",
    )

    class Meta(Orderable.Meta):
        verbose_name = _("materiale i en samlet udgivelse")
        verbose_name_plural = _("materialer i samlede udgivelser")

    def __str__(self):
        return f"{self.release_id}: {self.asset_id}"


def _digest(what) -> str:
    text = json.dumps(what, sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()[:32]
