"""Which errors may pass by themselves, so that what failed is worth another try.

Mail servers and object storage are known here by the libraries that speak to them, not
by the apps that use them: those lie above.
"""

import smtplib
import socket
import sqlite3

from django.db import InterfaceError, OperationalError

from botocore import exceptions as s3

_PASSING = (
    OperationalError,
    ConnectionError,
    TimeoutError,
    socket.gaierror,
    smtplib.SMTPException,
    s3.HTTPClientError,
    s3.ConnectionError,
)
# What a mail server says of this one letter; 5xx is its last word.
_ABOUT_THE_LETTER = (smtplib.SMTPSenderRefused, smtplib.SMTPDataError)
_SLOW_DOWN = 429
# A clock that is wrong is set right; S3 refuses what is signed by it meanwhile.
_BY_THE_CLOCK = {"RequestTimeTooSkewed", "RequestExpired"}


def may_pass(error: BaseException) -> bool:
    """Whether another try, a little later, may go well."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return any(code < 500 for code, _words in error.recipients.values())
    if isinstance(error, _ABOUT_THE_LETTER):
        return error.smtp_code < 500
    if isinstance(error, s3.ClientError):
        status = error.response.get("ResponseMetadata", {}).get("HTTPStatusCode", 0)
        code = error.response.get("Error", {}).get("Code")
        return status >= 500 or status == _SLOW_DOWN or code in _BY_THE_CLOCK
    return isinstance(error, _PASSING)


def database_is_away(error: BaseException | None) -> bool:
    """Whether it cannot be asked for now: away, full of others, or held by a writer."""
    cause = getattr(error, "__cause__", None)
    # SQLite says by the same error that a table is missing.
    if isinstance(cause, sqlite3.Error):
        return getattr(cause, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_BUSY
    return isinstance(error, (OperationalError, InterfaceError))
