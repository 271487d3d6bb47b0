"""The people and the world that the tests of all routes ask with."""

from django.db import transaction

import pytest

from .world import make_world, people


@pytest.fixture(scope="module")
def asked(django_db_setup, django_db_blocker):
    """The roles' clients and the world, made once and rolled back at the end."""
    with django_db_blocker.unblock(), transaction.atomic():
        clients = people()
        yield clients, make_world(clients["library"].user)
        transaction.set_rollback(True)
