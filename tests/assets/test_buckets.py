"""The site's buckets on a real S3 server: made, tried, and told on when they fail."""

import json
import uuid

from django.core.checks import run_checks
from django.core.management import CommandError, call_command

import pytest

from assets.buckets.preparing import prepare
from assets.buckets.trying import TAG
from tests.faults import Fault, fault_proxy
from tests.s3 import point_at


@pytest.fixture
def buckets(s3, settings):
    """The names of two that nobody has made, as the site is told of them."""
    settings.BASE_URL = "https://tema.example"
    names = [str(uuid.uuid4()), str(uuid.uuid4())]
    point_at(settings, S3_BUCKET_PRIVATE=names[0], S3_BUCKET_PUBLIC=names[1])
    return names


def faults() -> set[str]:
    found = run_checks(tags=[TAG], include_deployment_checks=True)
    return {fault.id.removeprefix("assets.storage.") for fault in found}


def test_two_buckets_are_made_and_do_all_that_is_asked(buckets, capsys):
    call_command("prepare_buckets")
    assert capsys.readouterr().out == f"Klar: {', '.join(buckets)}\n"
    assert faults() == set()


def test_what_a_bucket_does_wrong_is_told_by_name(s3, buckets, settings):
    private, public = buckets
    client = s3.client()
    prepare(client, private, public, [settings.BASE_URL])
    everyone = client.get_bucket_policy(Bucket=public)["Policy"]
    opened = json.dumps(json.loads(everyone.replace(public, private)))
    client.put_bucket_policy(Bucket=private, Policy=opened)
    client.delete_bucket_policy(Bucket=public)
    # Again, on one that is there.
    prepare(client, private, str(uuid.uuid4()), ["https://another.example"])
    assert faults() == {"keep_out", "show", "join"}


def test_storage_that_lies_is_told(s3, buckets, settings):
    prepare(s3.client(), *buckets, [settings.BASE_URL])
    with fault_proxy(s3) as proxy:
        proxy.break_all(Fault.LIE, "PUT")
        point_at(settings, S3_ENDPOINT_URL=proxy.endpoint_url)
        assert faults() >= {"read", "link", "show"}


def test_an_s3_server_that_is_away_is_told(buckets, settings):
    point_at(settings, S3_ENDPOINT_URL="http://127.0.0.1:1")
    with pytest.raises(CommandError, match="Bøtterne kan ikke gøres klar"):
        call_command("prepare_buckets")


def test_a_site_on_disk_has_no_buckets():
    assert faults() == set()
    with pytest.raises(CommandError, match="ligger på disk"):
        call_command("prepare_buckets")
