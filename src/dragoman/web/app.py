"""The application of the pages, on top of that of the HTTP interface."""

from __future__ import annotations

import mimetypes

from fastapi import APIRouter, FastAPI, Request
from fastapi.responses import RedirectResponse, Response

from dragoman.api.app import create_api
from dragoman.api.desk import Desk
from dragoman.errors import NotFound
from dragoman.export.page import light
from dragoman.web import pages_actors, pages_desk, pages_events, pages_lists
from dragoman.web.render import page, static, static_files, version

router = APIRouter(include_in_schema=False)
_FOR_GOOD = {"Cache-Control": "public, max-age=31536000, immutable"}
_LIT = 300
_KINDS = {
    ".js": "text/javascript",
    ".woff2": "font/woff2",
    ".json": "application/json",
    ".svg": "image/svg+xml",
}


def create_app(desk: Desk) -> FastAPI:
    """Pages and HTTP interface together."""
    app = create_api(desk, _error_page)
    for module in (pages_events, pages_actors, pages_lists, pages_desk):
        app.include_router(module.router)
    app.include_router(router)
    return app


@router.get("/static/{stamp}/light.css")
def light_css(stamp: str) -> Response:
    """The rules by which evidence and cards light each other up."""
    rules = "".join(light(number) for number in range(1, _LIT + 1))
    return Response(rules, 200, _FOR_GOOD, "text/css")


@router.get("/static/{stamp}/{name:path}")
def static_file(stamp: str, name: str) -> Response:
    """A file that pages load."""
    content = static_files().get(name)
    if content is None:
        raise NotFound("there is no such file.")
    dot = name[name.rfind(".") :]
    kind = _KINDS.get(dot) or mimetypes.guess_type(name)[0] or "text/plain"
    return Response(content, 200, _FOR_GOOD if stamp == version() else {"Cache-Control": "no-cache"}, kind)


@router.get("/favicon.ico")
def favicon() -> Response:
    """The sign of the pages."""
    return RedirectResponse(static("icon.svg"), 307)


@router.get("/api")
def interface(request: Request) -> Response:
    """The HTTP interface for people: its addresses and what they take."""
    return page(request, "api.html", schema=request.app.openapi(), here="api")


def _error_page(
    request: Request, status: int, message: str, hint: str | None, headers: dict[str, str]
) -> Response:
    if status == 401 and request.method == "GET":
        to = request.url.path + (f"?{request.url.query}" if request.url.query else "")
        return page(request, "login.html", status=401, to=to, trouble=None, name="", here="login")
    kept = {name: value for name, value in headers.items() if name.lower() in ("retry-after", "allow")}
    return page(
        request, "error.html", status=status, headers=kept, number=status, message=message, hint=hint, here=""
    )
