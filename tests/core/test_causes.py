import smtplib
import socket

from django.db import IntegrityError, OperationalError

import pytest
from botocore import exceptions as s3

from core.causes import may_pass


def refused(*codes: int) -> smtplib.SMTPRecipientsRefused:
    return smtplib.SMTPRecipientsRefused(
        {f"p{n}@tema.example": (code, b"") for n, code in enumerate(codes)}
    )


def answered(status: int, code: str = "") -> s3.ClientError:
    answer = {"Error": {"Code": code}, "ResponseMetadata": {"HTTPStatusCode": status}}
    return s3.ClientError(answer, "PutObject")


URL = "https://s3.example"


@pytest.mark.parametrize(
    "error",
    [
        OperationalError("database is locked"),
        ConnectionRefusedError(),
        TimeoutError(),
        socket.gaierror(-3, "Temporary failure in name resolution"),
        smtplib.SMTPServerDisconnected("Connection unexpectedly closed"),
        smtplib.SMTPConnectError(421, b"try later"),
        smtplib.SMTPDataError(451, b"greylisted"),
        refused(450),
        refused(550, 450),
        s3.EndpointConnectionError(endpoint_url=URL),
        s3.ConnectTimeoutError(endpoint_url=URL),
        s3.ReadTimeoutError(endpoint_url=URL),
        s3.ConnectionClosedError(endpoint_url=URL),
        answered(500),
        answered(503),
        answered(429),
        answered(403, "RequestTimeTooSkewed"),
    ],
    ids=repr,
)
def test_it_may_pass(error):
    assert may_pass(error)


@pytest.mark.parametrize(
    "error",
    [
        ValueError(),
        IntegrityError(),
        FileNotFoundError(),
        smtplib.SMTPDataError(554, b"spam"),
        smtplib.SMTPSenderRefused(550, b"no", "post@tema.example"),
        refused(550),
        answered(403),
        answered(404),
        s3.NoCredentialsError(),
    ],
    ids=repr,
)
def test_it_will_not_pass(error):
    assert not may_pass(error)
