"""One JSON object a line, with the request or the task that it came from.

No secret stands in it: what may be one is taken out of every text, whoever wrote it.
"""

import re

import structlog

HIDDEN = "…"
# What opens something or is somebody's, each with what is left of it.
SECRETS = (
    # addresses of people
    (re.compile(r"[\w.+%-]+(@|%40)[\w-]+(\.[\w-]+)+"), HIDDEN),
    # passwords in addresses of databases and of mail
    (re.compile(r"(://[^\s:/@]*:)[^\s/@]+@"), rf"\1{HIDDEN}@"),
    # values that are named for what they are, as in a query, a header or a dictionary
    (
        re.compile(
            r"((?:x-amz-[a-z-]+|awsaccesskeyid|signature|authorization|cookie|\w*sessionid"
            r"|\w*csrf\w*|\w*password\w*|\w*secret\w*|\w*token\w*)[\"']?(?:=|%3D|:)\s*)"
            r"(?:(?:bearer|basic) )?[\"']?[^\s\"'&,;}]+",
            re.IGNORECASE,
        ),
        rf"\1{HIDDEN}",
    ),
    # long words of a path that nobody would write: share links, invitations, new
    # passwords; not the names of objects in storage
    (
        re.compile(
            r"/(?![0-9a-f]{8}-[0-9a-f]{4}-)(?=[\w-]*[A-Z0-9])[\w-]{20,}(?![\w.-])"
        ),
        f"/{HIDDEN}",
    ),
)


def without_secrets(text: str) -> str:
    """The same text, of which nothing can be used or traced to a person."""
    for pattern, kept in SECRETS:
        text = pattern.sub(kept, text)
    return text


def _hide(logger, method: str, event: dict) -> dict:
    return {
        name: without_secrets(value) if isinstance(value, str) else value
        for name, value in event.items()
    }


def json_lines() -> structlog.stdlib.ProcessorFormatter:
    """A formatter for ``LOGGING``: time (UTC), level, logger, event, and exception."""
    return structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=[
            structlog.contextvars.merge_contextvars,
            structlog.stdlib.add_logger_name,
            structlog.stdlib.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
        ],
        processors=[
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            structlog.processors.format_exc_info,
            _hide,
            structlog.processors.JSONRenderer(ensure_ascii=False, sort_keys=True),
        ],
    )
