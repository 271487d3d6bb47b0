import datetime
import secrets
from zoneinfo import ZoneInfo

from django.conf import settings
from django.contrib.auth.hashers import check_password, make_password
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.models import Orderable

from core.site_address import whole

# The admin may show its times in an editor's own zone; a link ends by Danish time.
DANISH_TIME = ZoneInfo("Europe/Copenhagen")
WRONG_PASSWORDS = 5
PAUSE = datetime.timedelta(minutes=15)


def new_token() -> str:
    """Return what a link ends in: 144 random bits, in 24 characters."""
    return secrets.token_urlsafe(18)


def danish_today() -> datetime.date:
    return timezone.localdate(timezone=DANISH_TIME)


def in_a_month() -> datetime.date:
    return danish_today() + datetime.timedelta(days=30)


class ShareLinkQuerySet(models.QuerySet):
    def open(self):
        """Those that let in today."""
        today = danish_today()
        return self.filter(revoked_at=None, starts_on__lte=today, ends_on__gte=today)


class ShareLink(ClusterableModel):
    """A way to chosen files for printers, press and partners, without an account.

    The address is kept readable, so that its maker can send it again. It lets in from
    the start of its first day until 23:59 Danish time of its last.
    """

    token = models.CharField(
        max_length=40, unique=True, default=new_token, editable=False
    )
    title = models.CharField(
        _("titel"),
        max_length=120,
        help_text=_("Det første, modtageren læser, fx ”Til trykkeriet: Stenalderen”."),
    )
    message = models.TextField(
        _("besked"),
        blank=True,
        max_length=2000,
        help_text=_("Et par ord til den, der får linket."),
    )
    terms = models.TextField(
        _("vilkår"),
        blank=True,
        max_length=4000,
        help_text=_("Skal accepteres, før noget kan hentes. Følger med i pakken."),
    )
    password_hash = models.CharField(max_length=128, blank=True, editable=False)
    starts_on = models.DateField(_("gælder fra"), default=danish_today)
    ends_on = models.DateField(
        _("gælder til og med"),
        default=in_a_month,
        help_text=_("Linket lukker kl. 23.59 dansk tid den dag."),
    )
    revoked_at = models.DateTimeField(_("lukket"), null=True, blank=True)
    wrong_passwords = models.PositiveSmallIntegerField(default=0, editable=False)
    paused_until = models.DateTimeField(null=True, blank=True, editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("lavet af"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    created_at = models.DateTimeField(_("oprettet"), auto_now_add=True)

    objects = ShareLinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("delelink")
        verbose_name_plural = _("delelinks")
        ordering = ["-created_at", "-pk"]

    def __str__(self):
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("share", args=[self.token])

    @property
    def address(self) -> str:
        """The whole address, to be sent to the receiver."""
        return whole(self.get_absolute_url())

    @property
    def has_begun(self) -> bool:
        return self.starts_on <= danish_today()

    @property
    def has_ended(self) -> bool:
        return self.ends_on < danish_today()

    @property
    def is_revoked(self) -> bool:
        return self.revoked_at is not None

    @property
    def is_open(self) -> bool:
        """The same question as ``ShareLinkQuerySet.open``, of one link."""
        return self.has_begun and not self.has_ended and not self.is_revoked

    @property
    def status(self) -> str:
        """How it stands with the link, in a word."""
        if self.is_revoked:
            return _("Lukket")
        if self.has_ended:
            return _("Udløbet")
        return _("Åbent") if self.has_begun else _("Ikke begyndt")

    @property
    def has_password(self) -> bool:
        return bool(self.password_hash)

    @property
    def is_paused(self) -> bool:
        """Whether too many wrong passwords have shut the door for a while."""
        return self.paused_until is not None and self.paused_until > timezone.now()

    def set_password(self, password: str) -> None:
        """Ask for ``password`` from now on; for none when it is empty."""
        self.password_hash = make_password(password) if password else ""
        self.wrong_passwords, self.paused_until = 0, None

    def fits(self, password: str) -> bool:
        return check_password(password, self.password_hash)

    def note_wrong_password(self) -> None:
        """Count a wrong password; the fifth pauses the link. Lock the row first."""
        self.wrong_passwords += 1
        if self.wrong_passwords >= WRONG_PASSWORDS:
            self.wrong_passwords = 0
            self.paused_until = timezone.now() + PAUSE
        self.save(update_fields=["wrong_passwords", "paused_until"])

    def extend(self, days: int) -> None:
        """Let it last ``days`` longer: from its end, or from today if that has been."""
        start = max(self.ends_on, danish_today())
        self.ends_on = start + datetime.timedelta(days=days)
        self.save(update_fields=["ends_on"])

    def revoke(self) -> None:
        """Shut it at once and for good."""
        if not self.is_revoked:
            self.revoked_at = timezone.now()
            self.save(update_fields=["revoked_at"])


class ShareItem(Orderable):
    """A file that a link leads to: always its current version."""

    share = ParentalKey(ShareLink, on_delete=models.CASCADE, related_name="items")
    file = models.ForeignKey(
        "assets.AssetFile",
        verbose_name=_("fil"),
        on_delete=models.CASCADE,
        related_name="+",
    )

    class Meta(Orderable.Meta):
        verbose_name = _("fil i et delelink")
        verbose_name_plural = _("filer i delelinks")

    def __str__(self):
        return str(self.file)


class ShareEvent(models.Model):
    """What happened to a link, and when; never who, nor from where."""

    class Kind(models.TextChoices):
        OPENED = "opened", _("Åbnet")
        FETCHED = "fetched", _("Hentet")
        FETCHED_ALL = "fetched_all", _("Hentet som pakke")
        PAUSED = "paused", _("Sat på pause efter forkerte adgangskoder")
        ASKED = "asked", _("Bedt om mere tid")

    share = models.ForeignKey(
        ShareLink, on_delete=models.CASCADE, related_name="events"
    )
    kind = models.CharField(_("hvad"), max_length=12, choices=Kind)
    version = models.ForeignKey(
        "assets.FileVersion", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    happened_at = models.DateTimeField(_("hvornår"), auto_now_add=True)

    class Meta:
        verbose_name = _("hændelse")
        verbose_name_plural = _("hændelser")
        ordering = ["-happened_at", "-pk"]

    def __str__(self):
        return f"{self.get_kind_display()} {self.happened_at:%d.%m.%Y}"


class ShareRequest(models.Model):
    """A receiver's wish for more time, kept only until it has been mailed."""

    share = models.ForeignKey(
        ShareLink, on_delete=models.CASCADE, related_name="requests"
    )
    sender = models.CharField(_("dit navn"), max_length=120)
    email = models.EmailField(_("din e-mail"))
    text = models.TextField(_("besked"), blank=True, max_length=1000)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("ønske om mere tid")
        verbose_name_plural = _("ønsker om mere tid")

    def __str__(self):
        return str(self.share)
