"""What each answer must say in its headers and cookies, and what it sets wrong."""

from django.http import HttpResponse

# Settings that decide what is said.
IN_PRODUCTION = {
    "SECURE_HSTS_SECONDS": 31_536_000,
    "SECURE_HSTS_INCLUDE_SUBDOMAINS": True,
    "SESSION_COOKIE_SECURE": True,
    "CSRF_COOKIE_SECURE": True,
}
COOKIES = ("sessionid", "csrftoken", "messages", "delelink")
# Open data, and what other sites put their embeds up with.
OPEN = ("/api/v2/", "/temasamarbejde.js")
YEAR = "max-age=31536000; includeSubDomains"
REFERRERS = ("same-origin", "strict-origin-when-cross-origin", "no-referrer")


def faults(response: HttpResponse, address: str, signed_in: bool) -> list[str]:
    """What is wrong with them, in words."""
    is_admin = address.startswith("/admin/")
    found = _headers(response, is_admin, address.startswith(OPEN)) + _cookies(response)
    if signed_in and response["Content-Type"].startswith("text/html"):
        found += [] if _is_private(response) else ["kept by others"]
    return found


def _headers(response: HttpResponse, is_admin: bool, is_open: bool) -> list[str]:
    """What is wrong with them, in words."""
    said = response.headers
    policy = said.get("Content-Security-Policy", "")
    anywhere = "frame-ancestors *" in policy
    frames = None if anywhere else "SAMEORIGIN" if is_admin else "DENY"
    origin = "cross-origin" if anywhere or is_open else "same-origin"
    is_file = "sandbox" in policy
    rules = {
        "policy": "default-src 'none'" in policy,
        "inline code": is_admin or "unsafe" not in policy,
        "frames": said.get("X-Frame-Options") == frames,
        "ancestors": is_file or "frame-ancestors" in policy,
        "sniffing": said.get("X-Content-Type-Options") == "nosniff",
        "referrer": said.get("Referrer-Policy") in REFERRERS,
        "opener": said.get("Cross-Origin-Opener-Policy") == "same-origin",
        "resource": said.get("Cross-Origin-Resource-Policy") == origin,
        "permissions": "camera=()" in said.get("Permissions-Policy", ""),
        "transport": said.get("Strict-Transport-Security") == YEAR,
        "cache": "Cache-Control" in said,
        "admin is private": not is_admin or _is_private(response),
        "admin is not found": not is_admin or said.get("X-Robots-Tag") == "noindex",
    }
    return [name for name, holds in rules.items() if not holds]


def _cookies(response: HttpResponse) -> list[str]:
    """What is wrong with the cookies that it sets."""
    wrong = []
    for name, cookie in response.cookies.items():
        good = cookie["secure"] and cookie["samesite"] == "Lax"
        # What opens a share link is sent to that link alone.
        own = cookie["path"].startswith("/del/") if name == "delelink" else False
        good = good and (own or cookie["path"] == "/") and not cookie["domain"]
        # What takes a cookie away carries nothing to keep.
        is_taken = not cookie.value and cookie["max-age"] == 0
        if name not in COOKIES or not (good or is_taken):
            wrong.append(f"cookie {cookie}")
        if name == "sessionid" and not (cookie["httponly"] or is_taken):
            wrong.append("session is open to scripts")
    if response.cookies and not _is_private(response):
        wrong.append("a cookie is kept by others")
    return wrong


def _is_private(response: HttpResponse) -> bool:
    """Whether nobody on the way may keep it."""
    kept = response.headers.get("Cache-Control", "")
    return "no-store" in kept or "private" in kept
