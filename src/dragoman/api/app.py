"""The application of the HTTP interface: routes, errors in one shape, the description of it all."""

from __future__ import annotations

import sys
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import anyio.to_thread
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from sqlalchemy.exc import SQLAlchemyError
from starlette.exceptions import HTTPException
from starlette.middleware.gzip import GZipMiddleware
from starlette.middleware.sessions import SessionMiddleware

from dragoman.accounts.book import SESSION_SECONDS
from dragoman.api import list_routes, read_routes, write_routes
from dragoman.api.asked import NotModified
from dragoman.api.desk import Desk
from dragoman.api.middleware import HEADERS, Gate
from dragoman.api.shapes import failure, failure_of
from dragoman.browsing.actors import places
from dragoman.errors import DragomanError
from dragoman.store import Query
from dragoman.version import __version__

PREFIX = "/api/v1"
_THREADS = 12
_WORDS = {404: "there is nothing at this address.", 405: "this address does not take that method."}
ErrorPage = Callable[[Request, int, str, str | None, dict[str, str]], Response]


def create_api(desk: Desk, error_page: ErrorPage | None = None) -> FastAPI:
    """The application. `error_page` shows errors of addresses outside the interface to people."""

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        # a thread that computes holds up those that wait for the store by no more than this
        sys.setswitchinterval(0.0005)
        # more threads than this only wait for each other
        anyio.to_thread.current_default_thread_limiter().total_tokens = _THREADS
        threading.Thread(target=_warm, args=(desk,), daemon=True).start()
        yield

    app = FastAPI(
        title="Dragoman", version=__version__, docs_url=None, redoc_url=None,
        openapi_url=f"{PREFIX}/openapi.json",
        description="The chronicle: events with their evidence, and what people decided about them.",
        lifespan=lifespan,
    )  # fmt: skip
    app.state.desk = desk
    for module in (read_routes, list_routes, write_routes):
        app.include_router(module.router, prefix=PREFIX)
    _errors(app, error_page)
    app.add_middleware(
        SessionMiddleware, secret_key=desk.secret, session_cookie="dragoman", max_age=SESSION_SECONDS,
        same_site="lax", https_only=desk.settings.secure,
    )  # fmt: skip
    app.add_middleware(GZipMiddleware, minimum_size=1200, compresslevel=5)
    app.add_middleware(Gate, settings=desk.settings, limits=desk.limits)
    described = app.openapi

    def openapi() -> dict[str, Any]:
        return _with_security(described())

    app.openapi = openapi  # type: ignore[method-assign]  # how FastAPI's own guide extends the description
    return app


def _warm(desk: Desk) -> None:
    try:
        desk.browser.warm()
        places(desk.browser, Query())
    except (DragomanError, SQLAlchemyError):
        return  # whoever asks will be told


def _with_security(schema: dict[str, Any]) -> dict[str, Any]:
    parts = schema.setdefault("components", {})
    parts["securitySchemes"] = {
        "token": {"type": "http", "scheme": "bearer", "description": "`dragoman users token NAME` makes one."}
    }
    parts.get("schemas", {}).pop("HTTPValidationError", None)
    parts.get("schemas", {}).pop("ValidationError", None)
    for path in schema["paths"].values():
        for method, operation in path.items():
            operation["security"] = [{"token": []}] if method == "post" else [{}, {"token": []}]
    return schema


def _errors(app: FastAPI, error_page: ErrorPage | None) -> None:
    def told(request: Request, answer: Response, status: int, message: str, hint: str | None) -> Response:
        if error_page is None or request.url.path.startswith("/api/"):
            return answer
        return error_page(request, status, message, hint, dict(answer.headers))

    def of_dragoman(request: Request, error: DragomanError) -> Response:
        answer = failure_of(error)
        return told(request, answer, answer.status_code, error.message, error.hint)

    def of_values(request: Request, error: RequestValidationError) -> Response:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first.get("loc", ())[1:])
        message = f"{where}: {first.get('msg', 'does not fit')}" if where else str(first.get("msg"))
        return told(request, failure(422, "D100", message), 422, message, None)

    def of_http(request: Request, error: HTTPException) -> Response:
        message = _WORDS.get(error.status_code, str(error.detail))
        answer = failure(error.status_code, f"A{error.status_code}", message, None, error.headers)
        return told(request, answer, error.status_code, message, None)

    def of_nothing_new(_: Request, error: NotModified) -> Response:
        return Response(status_code=304, headers={"ETag": error.etag, "Cache-Control": "private, no-cache"})

    def of_a_defect(request: Request, _error: Exception) -> Response:
        message = "this is a defect of Dragoman; the server's log tells more."
        answer = told(request, failure(500, "A500", message), 500, message, None)
        answer.headers.update(HEADERS)  # this answer is made outside the gate
        return answer

    app.add_exception_handler(Exception, of_a_defect)
    # Starlette calls each with the class it is added for, its types say any exception
    app.add_exception_handler(DragomanError, of_dragoman)  # type: ignore[arg-type]
    app.add_exception_handler(RequestValidationError, of_values)  # type: ignore[arg-type]
    app.add_exception_handler(HTTPException, of_http)  # type: ignore[arg-type]
    app.add_exception_handler(NotModified, of_nothing_new)  # type: ignore[arg-type]
