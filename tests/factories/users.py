"""People for tests: verified, with a password that every test knows."""

import factory
from allauth.account.models import EmailAddress
from factory.django import DjangoModelFactory

from users.models import User

PASSWORD = "en-lille-saetning"


class UserFactory(DjangoModelFactory):
    """A person who has confirmed their address."""

    class Meta:
        model = User
        skip_postgeneration_save = True

    class Params:
        name = "Else Sommer"

    email = factory.Sequence(lambda n: f"person{n}@ukendt.example")
    first_name = factory.LazyAttribute(lambda o: o.name.rpartition(" ")[0] or o.name)
    last_name = factory.LazyAttribute(
        lambda o: o.name.rpartition(" ")[2] if " " in o.name else ""
    )

    @classmethod
    def _create(cls, model_class, *args, password=PASSWORD, verified=True, **kwargs):
        user = model_class.objects.create_user(password=password, **kwargs)
        EmailAddress.objects.create(
            user=user, email=user.email, primary=True, verified=verified
        )
        return user
