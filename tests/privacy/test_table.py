"""The table of what is kept: nothing that looks like a person's is missing from it."""

import re

from django.apps import apps
from django.contrib.auth import get_user_model
from django.db import models
from django.utils.module_loading import autodiscover_modules

import pytest

from core.jobs import schedule
from core.privacy.records import Basis, all_records

# What a field is called that is likely to be about somebody.
PERSONAL = re.compile(
    r"(^|_)(e?mail|phone|telefon|mobile|ip|ip_address|remote_addr|user_agent"
    r"|first_name|last_name|full_name|sender|author|author_name|byline|contacts?"
    r"|recipient|birthday|cpr|owner|consent_note|session_data|args_kwargs|last_login)$"
)


def _looks_personal(field: models.Field) -> bool:
    if field.related_model is get_user_model():
        return True
    of_type = models.EmailField, models.GenericIPAddressField
    return isinstance(field, of_type) or bool(PERSONAL.search(field.name))


def _personal_fields() -> set[str]:
    return {
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models()
        for field in (*model._meta.local_fields, *model._meta.local_many_to_many)
        if _looks_personal(field)
    }


def _told() -> set[str]:
    return {
        f"{record.label}.{name}"
        for record in all_records()
        for name in (*record.fields, *record.texts)
    }


def test_every_field_that_looks_personal_is_in_it():
    found = _personal_fields()
    # Some of each kind, or the question is not asked.
    assert {"users.User.email", "assets.Basket.owner", "core.AnsweredWarning.user"} <= (
        found
    )
    assert found - _told() == set()


@pytest.fixture(scope="module", autouse=True)
def all_tasks():
    """The schedule is what has been imported, as the worker does."""
    autodiscover_modules("tasks")


@pytest.mark.parametrize(
    "record", all_records(), ids=[record.label for record in all_records()]
)
def test_every_entry_is_true_of_its_model(record):
    fields = {field.name for field in record.model._meta.get_fields()}
    assert {*record.fields, *record.texts, *record.secret} <= fields
    assert record.purpose and record.ends and isinstance(record.basis, Basis)
    # What has a time is forgotten when it comes, here or by a task that is there.
    if record.days is not None and not record.old:
        others = [each for each in all_records() if each.label == record.label]
        assert record.by in schedule or any(each.old for each in others)
