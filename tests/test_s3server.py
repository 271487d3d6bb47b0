"""The S3 server that tests lean on must keep the rules that they test."""

import urllib.error
import urllib.request
from pathlib import Path

import pytest

from bin.s3server import S3Server, s3_server


@pytest.fixture
def filled(s3_process):
    """A server with ``a.txt`` in both buckets, and its client."""
    client = s3_process.client()
    for bucket in (s3_process.private_bucket, s3_process.public_bucket):
        client.put_object(Bucket=bucket, Key="a.txt", Body=b"0123456789")
    return s3_process, client


def ask(url: str, method: str = "GET", body: bytes | None = None, **headers: str):
    """Return the status, body and headers of an answer, whatever it is."""
    request = urllib.request.Request(url, body, headers, method=method)
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:
            return answer.status, answer.read(), answer.headers
    except urllib.error.HTTPError as error:
        return error.code, error.read(), error.headers


def object_url(server: S3Server, bucket: str, key: str = "a.txt") -> str:
    return f"{server.endpoint_url}/{bucket}/{key}"


def test_strangers_read_the_public_bucket_and_nothing_else(filled):
    server, _ = filled
    public, private = server.public_bucket, server.private_bucket
    assert ask(object_url(server, public))[:2] == (200, b"0123456789")
    assert ask(object_url(server, private))[0] == 403
    assert ask(object_url(server, public, "b.txt"), "PUT", b"x")[0] == 403
    assert ask(object_url(server, public, ""))[0] == 403


def test_a_part_of_a_file_can_be_asked_for(filled):
    server, _ = filled
    url = object_url(server, server.public_bucket)
    assert ask(url, Range="bytes=2-4")[:2] == (206, b"234")


@pytest.mark.parametrize("operation", ["get_object", "put_object"])
def test_a_signed_link_holds_for_what_it_was_signed_for(filled, operation):
    server, client = filled
    method, body = ("GET", None) if operation == "get_object" else ("PUT", b"nyt")
    link = client.generate_presigned_url(
        operation, {"Bucket": server.private_bucket, "Key": "a.txt"}, ExpiresIn=60
    )
    assert ask(link, method, body)[0] == 200
    assert ask(link + "0", method, body)[0] == 403
    assert ask(link.replace("a.txt", "b.txt"), method, body)[0] == 403


def test_browsers_may_read_the_etag_of_a_part(filled):
    server, _ = filled
    url = object_url(server, server.public_bucket)
    headers = ask(url, Origin="https://example.dk")[2]
    assert "ETag" in headers["Access-Control-Expose-Headers"]


def test_unfinished_uploads_are_cleared_after_a_week(filled):
    server, client = filled
    bucket = server.private_bucket
    (rule,) = client.get_bucket_lifecycle_configuration(Bucket=bucket)["Rules"]
    assert rule["AbortIncompleteMultipartUpload"]["DaysAfterInitiation"] == 7


def test_a_restart_keeps_the_address_and_the_files(tmp_path: Path):
    with s3_server(tmp_path) as server:
        bucket, address = server.private_bucket, server.endpoint_url
        server.client().put_object(Bucket=bucket, Key="a.txt", Body=b"1")
        server.stop()
        with pytest.raises(urllib.error.URLError):
            ask(address)
        server.start()
        assert server.endpoint_url == address
        kept = server.client().get_object(Bucket=bucket, Key="a.txt")
        assert kept["Body"].read() == b"1"
