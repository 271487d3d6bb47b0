from collections.abc import Container

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from stdnum import isil
from stdnum.exceptions import InvalidFormat
from stdnum.exceptions import ValidationError as StdnumError

from core.danish import slug as danish_slug

# Anyone can have an address here, so none of them can say where a person works.
PRIVATE_MAIL_DOMAINS = frozenset(
    {
        "aol.com",
        "gmail.com",
        "googlemail.com",
        "hotmail.com",
        "hotmail.dk",
        "icloud.com",
        "live.com",
        "live.dk",
        "mail.dk",
        "me.com",
        "msn.com",
        "outlook.com",
        "outlook.dk",
        "proton.me",
        "protonmail.com",
        "yahoo.com",
        "yahoo.dk",
    }
)


def validate_isil(value: str) -> None:
    """Refuse what is not an international library identifier."""
    try:
        isil.validate(value)
        if not value.partition("-")[2]:
            raise InvalidFormat
    except StdnumError as error:
        raise ValidationError(
            _("%(value)s er ikke et ISIL. Det ligner DK-785100."),
            params={"value": value},
            code="isil",
        ) from error


def validate_search_address(value: str) -> None:
    """Refuse what is no web address with a place for the words."""
    try:
        URLValidator(["https", "http"])(value.replace("{q}", "q"))
    except ValidationError as error:
        raise ValidationError(_("Skriv hele adressen, fra https:// af.")) from error
    if value.count("{q}") != 1:
        raise ValidationError(_("Skriv {q} dér, hvor søgeordene skal stå."))


def domain_of(email: str) -> str:
    """The part after the @, in lower case."""
    return email.rpartition("@")[2].strip().lower()


# The six central libraries' areas, named after the municipality where each one lives.
REGION_NAMES = ("Aalborg", "Gentofte", "Herning", "Odense", "Roskilde", "Vejle")


class RegionQuerySet(models.QuerySet):
    """The six areas."""

    def ensure(self) -> None:
        """Make those of the six that are not there yet."""
        for name in REGION_NAMES:
            self.get_or_create(slug=danish_slug(name), defaults={"name": name})


class Region(models.Model):
    """The area that one of the six central libraries looks after."""

    name = models.CharField(_("navn"), max_length=80, unique=True)
    slug = models.SlugField(_("kortnavn"), max_length=80, unique=True)

    objects = RegionQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        verbose_name = _("centralbiblioteksområde")
        verbose_name_plural = _("centralbiblioteksområder")

    def __str__(self):
        return self.name

    @cached_property
    def central_library(self) -> "Library | None":
        """The library that the others in the area ring."""
        return self.libraries.active().central().first()


class LibraryQuerySet(models.QuerySet):
    """Library systems, asked for in the words of the house."""

    def active(self):
        """Those that take part."""
        return self.filter(is_active=True)

    def central(self):
        """The central libraries."""
        return self.filter(is_central=True)

    def searchable(self):
        """Those where readers can look a title up."""
        return self.active().exclude(search_address="")

    def in_region(self, region: Region):
        """Those that one central library looks after."""
        return self.filter(region=region)

    def of_mail(self, email: str):
        """The library whose mail domain the address belongs to, if any."""
        return self.active().filter(mail_domains__domain=domain_of(email))


class Library(models.Model):
    """A public-library system: one municipality's libraries, with one ISIL."""

    name = models.CharField(_("navn"), max_length=150)
    slug = models.SlugField(
        _("kortnavn"),
        max_length=150,
        unique=True,
        blank=True,
        help_text=_("Bliver lavet af navnet, hvis feltet er tomt."),
    )
    isil = models.CharField(
        _("ISIL"),
        max_length=16,
        unique=True,
        validators=[validate_isil],
        help_text=_("Bibliotekets internationale nummer, fx DK-785100."),
        error_messages={
            "unique": _("Der findes allerede et bibliotek med det ISIL."),
        },
    )
    municipality = models.CharField(_("kommune"), max_length=80)
    municipality_code = models.CharField(_("kommunekode"), max_length=4, blank=True)
    area = models.CharField(_("landsdel"), max_length=80, blank=True)
    region = models.ForeignKey(
        Region,
        verbose_name=_("centralbiblioteksområde"),
        on_delete=models.PROTECT,
        related_name="libraries",
        null=True,
        blank=True,
    )
    region_is_assumed = models.BooleanField(
        _("området er en antagelse"),
        default=False,
        help_text=_("Sæt flueben, indtil centralbiblioteket har bekræftet området."),
    )
    is_central = models.BooleanField(
        _("centralbibliotek"),
        default=False,
        help_text=_("Ét bibliotek i hvert område er centralbibliotek."),
    )
    phone = models.CharField(_("telefon"), max_length=40, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    website = models.URLField(_("hjemmeside"), blank=True)
    search_address = models.CharField(
        _("adressen på en søgning"),
        max_length=200,
        blank=True,
        validators=[validate_search_address],
        help_text=_(
            "Med {q}, hvor ordene skal stå, fx https://bibliotek.example.dk/search?q={q}."
            " "
            "Så kan læsere finde en titel lige der."
        ),
    )
    is_active = models.BooleanField(_("med i samarbejdet"), default=True)
    note = models.TextField(_("note"), blank=True)

    objects = LibraryQuerySet.as_manager()

    class Meta:
        ordering = ["municipality", "name"]
        verbose_name = _("bibliotek")
        verbose_name_plural = _("biblioteker")
        constraints = [
            models.UniqueConstraint(
                fields=["region"],
                condition=models.Q(is_central=True),
                name="libraries_one_central_library_a_region",
                violation_error_message=_(
                    "Området har allerede et centralbibliotek. Fjern fluebenet "
                    "der først."
                ),
            ),
        ]

    def __str__(self):
        return self.name

    def save(self, *args, **kwargs):
        if not self.slug:
            self.slug = self.free_slug(
                Library.objects.exclude(pk=self.pk).values_list("slug", flat=True)
            )
        super().save(*args, **kwargs)

    def free_slug(self, taken: Container[str]) -> str:
        """The name as a slug, with the ISIL behind it when another has the same."""
        slug = danish_slug(self.name)[:120]
        return f"{slug}-{danish_slug(self.isil)}" if slug in taken else slug

    def clean(self):
        self.isil = isil.format(self.isil)
        if self.is_central and not self.region:
            raise ValidationError(
                {"region": _("Et centralbibliotek skal have et område.")}
            )

    @property
    def central_library(self) -> "Library | None":
        """Whom this library rings: its area's central library, unless it is one."""
        if self.is_central or not self.region:
            return None
        return self.region.central_library


class MailDomain(models.Model):
    """A mail domain whose owners work at one library."""

    library = models.ForeignKey(
        Library,
        verbose_name=_("bibliotek"),
        on_delete=models.CASCADE,
        related_name="mail_domains",
    )
    domain = models.CharField(
        _("maildomæne"),
        max_length=120,
        unique=True,
        help_text=_("Det, der står efter @, fx bibliotek.dk."),
        error_messages={
            "unique": _("Domænet hører allerede til et bibliotek."),
        },
    )

    class Meta:
        ordering = ["domain"]
        verbose_name = _("maildomæne")
        verbose_name_plural = _("maildomæner")

    def __str__(self):
        return self.domain

    def save(self, *args, **kwargs):
        self.domain = domain_of(self.domain)
        super().save(*args, **kwargs)

    def clean(self):
        self.domain = domain_of(self.domain)
        if "." not in self.domain:
            raise ValidationError({"domain": _("Skriv hele domænet, fx bibliotek.dk.")})
        if self.domain in PRIVATE_MAIL_DOMAINS:
            raise ValidationError(
                {"domain": _("Alle kan få en adresse på %s.") % self.domain}
            )
