import datetime
import os

from django.utils import timezone

import pytest
from django_tasks_db.models import DBTaskResult

from tests.core import job_samples


def test_healthz_asks_nothing_of_the_database(client):
    # Without the django_db mark any query would raise.
    response = client.get("/healthz")
    assert response.status_code == 200
    assert response.content == b"ok\n"


@pytest.mark.django_db
def test_readyz_names_every_part(client):
    response = client.get("/readyz")
    assert response.status_code == 200
    assert response.json() == {
        "ready": True,
        "database": "ok",
        "cache": "ok",
        "storage": "ok",
        "queue": "ok",
        "uploads": "ok",
        "files": "ok",
        "copies": "ok",
    }
    assert "no-store" in response["Cache-Control"]


def test_readyz_without_a_database(client):
    response = client.get("/readyz")
    assert response.status_code == 503
    assert response.json()["database"] != "ok"
    assert response.json()["storage"] == "ok"


@pytest.mark.django_db
def test_readyz_without_its_cache(client, settings):
    settings.CACHES = {
        "default": {
            "BACKEND": "django.core.cache.backends.redis.RedisCache",
            "LOCATION": "redis://127.0.0.1:1",
        }
    }
    response = client.get("/readyz")
    assert response.status_code == 503
    # The kind of fault, not its text: addresses are nobody's business.
    assert response.json()["cache"] == "ConnectionError"
    assert response.json()["database"] == "ok"


@pytest.mark.django_db
def test_readyz_without_a_place_for_files(client, settings, tmp_path):
    (tmp_path / "not-a-folder").touch()
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": tmp_path / "not-a-folder" / "files"},
        },
    }
    response = client.get("/readyz")
    assert response.status_code == 503
    assert response.json()["storage"] == "default is not writable"


@pytest.mark.django_db
def test_readyz_when_nobody_works_off_the_queue(client, settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    job_samples.give_up.enqueue()
    assert client.get("/readyz").status_code == 200
    hour_ago = timezone.now() - datetime.timedelta(hours=1)
    DBTaskResult.objects.update(enqueued_at=hour_ago)
    response = client.get("/readyz")
    assert response.status_code == 503
    assert "oldest task has waited 36" in response.json()["queue"]


@pytest.mark.django_db
def test_readyz_does_not_blame_the_queue_for_a_task_that_waits_by_intent(
    client, settings
):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    soon = timezone.now() + datetime.timedelta(hours=1)
    job_samples.give_up.using(run_after=soon).enqueue()
    hour_ago = timezone.now() - datetime.timedelta(hours=1)
    DBTaskResult.objects.update(enqueued_at=hour_ago)
    assert client.get("/readyz").status_code == 200


@pytest.mark.django_db
def test_readyz_asks_the_s3_storage_when_files_are_there(client, s3):
    assert client.get("/readyz").json()["storage"] == "ok"


@pytest.mark.django_db
def test_readyz_when_the_s3_storage_is_away(client, s3, settings):
    settings.S3_ENDPOINT_URL = "http://127.0.0.1:1"
    settings.STORAGES = dict(settings.STORAGES)
    response = client.get("/readyz")
    assert response.status_code == 503
    assert response.json()["storage"] == "EndpointConnectionError"
    assert client.get("/healthz").status_code == 200


@pytest.mark.django_db
def test_readyz_with_redis_as_its_cache(client, settings):
    url = os.environ.get("TEST_REDIS_URL")
    if not url:
        pytest.skip("Redis: TEST_REDIS_URL is not set and none was found")
    settings.CACHES = {
        "default": {
            "BACKEND": "django.core.cache.backends.redis.RedisCache",
            "LOCATION": url,
        }
    }
    assert client.get("/readyz").json()["cache"] == "ok"
