"""Let the last administrator in who has lost their telephone and recovery codes."""

from argparse import ArgumentParser

from django.core.management.base import BaseCommand, CommandError

from users.models import User
from users.second_factor.helping import forget_second_factor


class Command(BaseCommand):
    """Takes a person's second factor away, told in their history."""

    help = "Nulstiller en persons totrinslogin; de sætter det op igen ved næste login."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Whose."""
        parser.add_argument("email", help="personens e-mailadresse")

    def handle(self, email: str, **options) -> None:
        """Take it away, or say that there is nobody or nothing."""
        person = User.objects.filter(email=email.lower()).first()
        if person is None:
            raise CommandError(f"Der er ingen bruger med adressen {email}.")
        if not forget_second_factor(person):
            raise CommandError(f"{person} har ikke sat totrinslogin op.")
        self.stdout.write(f"{person} sætter totrinslogin op igen ved næste login.")
