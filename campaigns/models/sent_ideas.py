"""An idea that a library writes and sends to the editors."""

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from wagtail.models import WorkflowState

from .ideas import IdeaPage, hours_field


class SentIdeaQuerySet(models.QuerySet):
    """Ideas of libraries, with what their lists show."""

    def of(self, library):
        return self.filter(library=library)

    def unsent(self):
        return self.filter(sent_at=None)

    def with_fate(self):
        """Each with its page and who last wrote in it."""
        return self.select_related("page__latest_revision", "sender", "library")


class SentIdea(models.Model):
    """A library's idea: its own until it is sent, and then a page of the editors'.

    Everything may be missing until it is sent. ``version`` counts the times it was
    saved, so that two who write at once do not overwrite each other unawares.
    """

    class State(models.TextChoices):
        DRAFT = "kladde", _("Kladde")
        SENT = "sendt", _("Sendt")
        WITH_EDITORS = "redaktionen", _("Hos redaktionen")
        PUBLISHED = "udgivet", _("Udgivet")
        DECLINED = "ikke-med", _("Ikke med")

    library = models.ForeignKey(
        "libraries.Library", on_delete=models.CASCADE, related_name="+"
    )
    sender = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    campaign = models.ForeignKey(
        "campaigns.CampaignPage",
        verbose_name=_("kampagne"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    title = models.CharField(_("hvad hedder ideen"), max_length=200, blank=True)
    summary = models.TextField(
        _("kort fortalt"),
        blank=True,
        max_length=400,
        help_text=_("En eller to sætninger, højst 400 tegn."),
    )
    description = models.TextField(
        _("mere om ideen"),
        blank=True,
        max_length=5000,
        help_text=_("En tom linje giver et nyt afsnit."),
    )
    steps = models.TextField(
        _("sådan gør man"),
        blank=True,
        max_length=6000,
        help_text=_("Et trin på hver linje."),
    )
    audience = models.CharField(
        _("for hvem"), max_length=12, choices=IdeaPage.Audience, blank=True
    )
    staff_hours = hours_field()
    cost = models.CharField(_("pris"), max_length=12, choices=IdeaPage.Cost, blank=True)
    lead_weeks = models.SmallIntegerField(
        _("varsel i uger"),
        null=True,
        blank=True,
        validators=[
            MinValueValidator(0, _("Varsel kan ikke være negativt.")),
            MaxValueValidator(52, _("Skriv højst 52 uger.")),
        ],
        help_text=_("Hvor mange uger før skal man i gang?"),
    )
    needs_print = models.BooleanField(_("der skal bestilles tryk"), default=False)
    space = models.CharField(
        _("plads"), max_length=12, choices=IdeaPage.Space, blank=True
    )
    partner_type = models.CharField(
        _("partner"), max_length=12, choices=IdeaPage.PartnerType, blank=True
    )
    version = models.PositiveIntegerField(default=0, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)
    sent_at = models.DateTimeField(null=True, editable=False)
    page = models.OneToOneField(
        IdeaPage,
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="sent_idea",
    )

    objects = SentIdeaQuerySet.as_manager()

    class Meta:
        verbose_name = _("idé fra et bibliotek")
        verbose_name_plural = _("ideer fra biblioteker")
        ordering = ["-changed_at", "-pk"]

    def __str__(self):
        return self.title or str(_("Idé uden titel"))

    def get_absolute_url(self) -> str:
        return reverse("campaigns:sent_idea", args=[self.pk])

    @cached_property
    def missing(self) -> dict[str, str]:
        """What must be there before it can be sent: field, and what to say of it."""
        wanted = {
            "title": _("en titel"),
            "summary": _("et par sætninger, der fortæller ideen kort"),
            "steps": _("mindst ét trin"),
            "campaign": _("en kampagne"),
            "audience": _("hvem den er for"),
            "staff_hours": _("hvor mange timer den tager"),
            "cost": _("hvad den koster"),
        }
        return {
            name: str(text)
            for name, text in wanted.items()
            if getattr(self, name) in ("", None)
        }

    @cached_property
    def review(self) -> WorkflowState | None:
        """The page's latest way through the editors' workflow."""
        if not self.page_id:
            return None
        states = WorkflowState.objects.for_instance(self.page)
        return states.select_related("current_task_state").order_by("-pk").first()

    @cached_property
    def state(self) -> State:
        """Where it is; read from the page and its workflow, never copied."""
        if self.sent_at is None:
            return self.State.DRAFT
        if self.page is None:
            return self.State.DECLINED
        if self.page.live:
            return self.State.PUBLISHED
        statuses = WorkflowState.STATUS_NEEDS_CHANGES, WorkflowState.STATUS_CANCELLED
        if self.review and self.review.status in statuses:
            return self.State.DECLINED
        revision = self.page.latest_revision
        if revision and revision.user_id != self.sender_id:
            return self.State.WITH_EDITORS
        return self.State.SENT

    @property
    def reason(self) -> str:
        """Why it was declined, in the editor's words."""
        if self.state != self.State.DECLINED or not self.review:
            return ""
        task_state = self.review.current_task_state
        return task_state.comment if task_state else ""
