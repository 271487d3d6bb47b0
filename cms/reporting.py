"""Errors told to Sentry, or to what speaks as it does; nothing about people."""

from typing import Any

import sentry_sdk

from core.operations.logs import without_secrets


def report_errors(dsn: str) -> None:
    """Send each error that is logged from now on; called once a process."""
    sentry_sdk.init(
        dsn=dsn,
        send_default_pii=False,
        # A local variable may be a password, an address a link that lets one in.
        include_local_variables=False,
        max_request_body_size="never",
        before_send=without_people,
        before_breadcrumb=lambda crumb, hint: None,
        traces_sample_rate=None,
    )


def without_people(event: dict[str, Any], hint: dict[str, Any]) -> dict[str, Any]:
    """The event as it may be told: of texts, what may be in a log."""
    event.pop("user", None)
    # The view's pattern is in ``transaction``; the address itself may be a secret.
    event["request"] = {"method": event.get("request", {}).get("method")}
    return _hidden(event)


def _hidden(value: Any) -> Any:
    if isinstance(value, str):
        return without_secrets(value)
    if isinstance(value, dict):
        return {name: _hidden(each) for name, each in value.items()}
    return [_hidden(each) for each in value] if isinstance(value, list) else value
