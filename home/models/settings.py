from email.utils import parseaddr

from django.conf import settings
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from wagtail.admin.panels import FieldPanel, MultiFieldPanel, PageChooserPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.models import Site


@register_setting(icon="cog")
class SiteSettings(BaseSiteSetting):
    """What stands on every page: who we are, whom to write to, the share picture."""

    select_related = ["share_picture", "accessibility_page", "privacy_page"]

    organisation = models.CharField(
        _("organisation"), max_length=120, default="Bibliotekernes Temasamarbejde"
    )
    footer_text = models.TextField(_("tekst i sidefoden"), blank=True, max_length=400)
    email = models.EmailField(_("e-mail"), blank=True)
    phone = models.CharField(_("telefon"), max_length=30, blank=True)
    address = models.TextField(_("postadresse"), blank=True, max_length=200)
    share_picture = models.ForeignKey(
        "assets.CustomImage",
        verbose_name=_("billede til deling"),
        help_text=_(
            "Står på billedet, når nogen deler en side, der hverken hører til en "
            "kampagne eller har sit eget billede."
        ),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    accessibility_page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("tilgængelighedserklæring"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    privacy_page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("om privatliv"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    panels = [
        FieldPanel("organisation"),
        MultiFieldPanel(
            [
                FieldPanel("footer_text"),
                FieldPanel("email"),
                FieldPanel("phone"),
                FieldPanel("address"),
            ],
            heading=_("Sidefod"),
        ),
        FieldPanel("share_picture"),
        MultiFieldPanel(
            [PageChooserPanel("accessibility_page"), PageChooserPanel("privacy_page")],
            heading=_("Pligtsider"),
        ),
    ]

    class Meta:
        verbose_name = _("sitets oplysninger")


def chosen_picture(request: HttpRequest | None):
    """The picture for sharing what has none; without a request the first site's."""
    if request:
        return SiteSettings.for_request(request).share_picture
    site = Site.objects.filter(is_default_site=True).first()
    return SiteSettings.for_site(site).share_picture if site else None


def contact_email() -> str:
    """Whom programs' owners may write to: the site's address, else what it sends by."""
    site = Site.objects.filter(is_default_site=True).first()
    ours = SiteSettings.for_site(site).email if site else ""
    return ours or parseaddr(settings.DEFAULT_FROM_EMAIL)[1]
