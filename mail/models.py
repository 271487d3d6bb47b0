import hashlib
from datetime import timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .letters import label_of

# A mail server that is away over a weekend's night loses nothing: 46 hours in all.
WAITS = [
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=15),
    timedelta(hours=1),
    timedelta(hours=3),
    timedelta(hours=6),
    timedelta(hours=12),
    timedelta(hours=24),
]


class MessageQuerySet(models.QuerySet):
    """Letters, asked for in the words of the outbox."""

    def waiting(self):
        return self.filter(state=Message.State.WAITING)

    def due(self):
        """Those whose time has come."""
        return self.waiting().filter(next_attempt_at__lte=timezone.now())

    def unopened(self):
        """Those that nobody has begun to send: more may still be put into them."""
        return self.waiting().filter(attempts=0)


class Message(models.Model):
    """One letter, once: the key says what it is about, so it cannot be posted twice.

    It is written, and its addresses are looked up, when it is sent, from the rows that
    ``about`` names. ``body`` is what was sent; it stays empty when it held a secret.
    """

    class State(models.TextChoices):
        WAITING = "waiting", _("Venter")
        SENDING = "sending", _("Sendes")
        SENT = "sent", _("Sendt")
        DROPPED = "dropped", _("Ikke nødvendig mere")
        UNSURE = "unsure", _("Måske sendt")
        FAILED = "failed", _("Kunne ikke sendes")

    key = models.CharField(max_length=120, unique=True, editable=False)
    kind = models.CharField(max_length=40, editable=False)
    about = models.JSONField(default=dict, editable=False)
    subject = models.CharField(_("emne"), max_length=250, blank=True)
    body = models.TextField(_("brev"), blank=True)
    state = models.CharField(
        _("tilstand"), max_length=10, choices=State, default=State.WAITING
    )
    attempts = models.PositiveSmallIntegerField(_("forsøg"), default=0)
    recipients = models.PositiveSmallIntegerField(_("modtagere"), default=0)
    error = models.CharField(_("fejl"), max_length=250, blank=True)
    created_at = models.DateTimeField(_("skrevet"), auto_now_add=True)
    next_attempt_at = models.DateTimeField(_("næste forsøg"))
    sent_at = models.DateTimeField(_("sendt"), null=True, blank=True)

    objects = MessageQuerySet.as_manager()

    class Meta:
        verbose_name = _("brev")
        verbose_name_plural = _("udgående post")
        ordering = ["-created_at", "-pk"]
        indexes = [models.Index(fields=["state", "next_attempt_at"])]

    def __str__(self):
        return self.subject or str(self.label)

    @property
    def label(self) -> str:
        """What kind of letter it is, in words."""
        return label_of(self.kind)

    @property
    def message_id(self) -> str:
        """The same at every attempt, so that a mail server can tell a letter twice."""
        digest = hashlib.sha256(self.key.encode()).hexdigest()[:32]
        host = urlsplit(settings.BASE_URL).hostname or "localhost"
        return f"<{digest}@{host}>"

    @property
    def can_be_sent_again(self) -> bool:
        return self.state in (self.State.FAILED, self.State.UNSURE)
