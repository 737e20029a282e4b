"""What holds for every request: which hosts are answered, how long a body may be, limits, headers."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from starlette.datastructures import Headers, MutableHeaders

from dragoman.api.limits import RateLimits
from dragoman.api.settings import MAX_BODY, Settings
from dragoman.api.shapes import failure, failure_of
from dragoman.errors import TooMany

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY, "X-Content-Type-Options": "nosniff", "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin", "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), interest-cohort=()",
}  # fmt: skip


def kind_of(method: str, path: str) -> str | None:
    """Which limit counts a request; None for files that never change."""
    if path.startswith("/static/"):
        return None
    if method in ("GET", "HEAD", "OPTIONS"):
        return "read"
    if path == "/login":
        return "login"
    return "text" if path in ("/read", "/api/v1/documents") else "write"


class Gate:
    """Refuses what is not for this server, too long, or too much; adds the headers of every answer."""

    def __init__(self, app: App, settings: Settings, limits: RateLimits) -> None:
        self._app = app
        self._settings = settings
        self._limits = limits

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or answer it here."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        refused = self._refused(scope)
        answer: App = refused if refused is not None else self._app
        await answer(scope, _bounded(receive), self._dressed(scope, send))

    def _refused(self, scope: Scope) -> App | None:
        headers = Headers(scope=scope)
        host = headers.get("host", "")
        name = host if host.endswith("]") else host.rpartition(":")[0] if ":" in host else host
        if name.lower() not in self._settings.hosts:
            return failure(
                400, "A400", "this server does not answer to that name.", "Name it with --allow-host."
            )
        length = headers.get("content-length", "0")
        if not length.isdigit() or int(length) > MAX_BODY:
            return failure(413, "D103", f"a request may have {MAX_BODY:,} bytes.")
        kind = kind_of(scope["method"], scope["path"])
        if kind is not None:
            try:
                self._limits.admit(kind, scope["client"][0] if scope.get("client") else "unknown")
            except TooMany as error:
                return failure_of(error)
        return None

    def _dressed(self, scope: Scope, send: Send) -> Send:
        async def dressed(message: MutableMapping[str, Any]) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
                if self._settings.secure:
                    headers["Strict-Transport-Security"] = "max-age=31536000"
                if scope["path"].startswith("/api/") and "cache-control" not in headers:
                    headers["Cache-Control"] = "no-store"
            await send(message)

        return dressed


def _bounded(receive: Receive) -> Receive:
    """Ends a request whose body, sent without its length, is longer than it may be."""
    seen = 0

    async def bounded() -> MutableMapping[str, Any]:
        nonlocal seen
        message = await receive()
        seen += len(message.get("body", b""))
        if seen > MAX_BODY:
            return {"type": "http.disconnect"}
        return message

    return bounded
