from django.contrib.auth.models import AbstractUser, BaseUserManager
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class LowercaseEmailField(models.EmailField):
    """An address kept and looked up in lower case, so that unique means unique."""

    def to_python(self, value):
        value = super().to_python(value)
        return value.lower() if value else value

    def get_prep_value(self, value):
        return self.to_python(super().get_prep_value(value))

    def pre_save(self, model_instance, add):
        value = self.to_python(super().pre_save(model_instance, add))
        setattr(model_instance, self.attname, value)
        return value


class UserManager(BaseUserManager):
    """Makes people from an e-mail address, which is also what they sign in with."""

    use_in_migrations = True

    def create_user(
        self, email: str, password: str | None = None, *, name: str = "", **fields
    ) -> "User":
        """Make a person; without a password they must ask for a new one."""
        if not email:
            raise ValueError("A user needs an e-mail address.")
        user = self.model(email=email, **fields)
        if name:
            user.name = name
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(
        self, email: str, password: str | None = None, **fields
    ) -> "User":
        """Make a person who may do everything."""
        return self.create_user(
            email, password, **{"is_staff": True, "is_superuser": True, **fields}
        )


class User(AbstractUser):
    """A person, known by an e-mail address.

    First and last name are two fields because Wagtail's user and account forms ask
    for them; everywhere else a person has one name.
    """

    username = None
    email = LowercaseEmailField(
        _("e-mail"),
        unique=True,
        error_messages={
            "unique": _("Der findes allerede en bruger med den e-mailadresse.")
        },
    )
    phone = models.CharField(_("telefon"), max_length=40, blank=True)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = []

    objects = UserManager()

    class Meta:
        ordering = ["first_name", "last_name", "email"]
        verbose_name = _("bruger")
        verbose_name_plural = _("brugere")

    def __str__(self):
        return self.name or self.email

    @property
    def name(self) -> str:
        """The whole name, as people write it."""
        return self.get_full_name()

    @name.setter
    def name(self, value: str) -> None:
        first, _space, last = " ".join(value.split()).rpartition(" ")
        self.first_name, self.last_name = (first, last) if first else (last, "")


class Erasure(models.Model):
    """That somebody was erased, as a digest alone (``users.privacy.erasures``)."""

    digest = models.CharField(max_length=64, unique=True)
    erased_at = models.DateTimeField(_("slettet"), default=timezone.now)

    class Meta:
        verbose_name = _("sletning af en person")
        verbose_name_plural = _("sletninger af personer")
        ordering = ["erased_at", "pk"]
        default_permissions = []

    def __str__(self):
        return self.digest[:12]
