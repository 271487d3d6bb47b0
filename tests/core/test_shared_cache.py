"""Redis that is away: the site works, and what is counted goes on being counted."""

import math
import socket

from django.core.cache import caches

import pytest
from redis.exceptions import RedisError

from cms.settings import base
from core.shared_cache import RestingRedisCache, SharedCache
from tests.factories.users import UserFactory

BACKEND = f"{SharedCache.__module__}.{SharedCache.__qualname__}"
PASSWORD = "hemmelig-saetning"


@pytest.fixture
def without_redis(settings):
    settings.CACHES = {
        **settings.CACHES,
        "default": {"BACKEND": BACKEND, "LOCATION": "redis://127.0.0.1:1/0"},
    }
    settings.ACCOUNT_RATE_LIMITS = {**base.ACCOUNT_RATE_LIMITS, "search": "3/m/ip"}
    yield
    caches["default"].local.clear()


@pytest.mark.django_db
def test_limits_are_counted_here_while_redis_is_away(client, without_redis):
    asked = {"path": "/soeg/?q=flint", "REMOTE_ADDR": "192.0.2.44"}
    statuses = [client.get(**asked).status_code for _each in range(4)]
    assert statuses == [200, 200, 200, 429]
    UserFactory(email="else@tema.example", password=PASSWORD)
    form = {"login": "else@tema.example", "password": PASSWORD}
    assert client.post("/log-ind/", form).status_code in (200, 302)
    client.logout()
    wrong = [
        client.post("/log-ind/", {**form, "password": f"{n}"}).text for n in range(7)
    ]
    assert "Vent et kvarter" in wrong[-1]


def test_a_crowd_does_not_push_out_what_is_counted_of_one(without_redis):
    caches["default"].set("gæt", 5, 900)
    for n in range(400):
        caches["default"].set(f"mængden-{n}", n, 60)
    assert caches["default"].get("gæt") == 5


@pytest.mark.django_db
def test_readyz_is_not_taken_in(client, without_redis):
    response = client.get("/readyz")
    assert response.status_code == 503
    assert response.json()["cache"] == "ConnectionError"


def test_what_is_in_redis_is_the_same_for_all(redis_url):
    one, other = SharedCache(redis_url, {}), SharedCache(redis_url, {})
    one.delete("prøve")
    assert one.add("prøve", 1)
    assert not other.add("prøve", 5)
    assert other.incr("prøve") == 2
    assert one.get("prøve") == 2
    assert one.delete("prøve")
    assert other.get("prøve", "væk") == "væk"
    assert one.local.get("prøve") is None


def test_redis_is_asked_again_when_it_has_had_a_rest(redis_url, monkeypatch):
    cache = SharedCache(redis_url, {})
    monkeypatch.setitem(RestingRedisCache._asked_again_at, redis_url, math.inf)
    cache.set("prøve-hvile", "her")
    assert cache.get("prøve-hvile") == "her"
    monkeypatch.setitem(RestingRedisCache._asked_again_at, redis_url, 0)
    assert cache.get("prøve-hvile") is None


def test_what_may_not_differ_waits_once_for_a_redis_that_hangs():
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"redis://127.0.0.1:{silent.getsockname()[1]}/0"
        cache = RestingRedisCache(address, {"OPTIONS": {"socket_timeout": 0.2}})
        with pytest.raises(RedisError, match="[Tt]ime"):
            cache.get("side")
        for ask in (cache.get, cache.delete, cache.has_key):
            with pytest.raises(RedisError, match="given a rest"):
                ask("side")
