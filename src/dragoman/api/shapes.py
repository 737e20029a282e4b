"""The shapes of answers: `{"data", "meta"}` for what is found, `{"error"}` for what went wrong."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Generic, TypeVar

from fastapi import Request
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict, Field

from dragoman import errors as e

T = TypeVar("T")
_STATUS: tuple[tuple[type[e.DragomanError], int], ...] = (
    (e.TooLarge, 413), (e.InputError, 422), (e.RecordError, 422), (e.NotFound, 404), (e.StillMaking, 409),
    (e.NotSignedIn, 401), (e.NotAllowed, 403), (e.TooMany, 429), (e.MissingExtra, 503), (e.StoreError, 503),
)  # fmt: skip


class Meta(BaseModel):
    """About an answer: how many there are in all, the cursor of the next page, the day it is known as of."""

    total: int | None = Field(default=None, description="how many in all, where that is known")
    next: str | None = Field(default=None, description="the cursor of the page after this one")
    as_of: str | None = Field(default=None, description="the day as of which the answer holds")


class Found(BaseModel, Generic[T]):
    """An answer."""

    data: T
    meta: Meta


class Problem(BaseModel):
    """What went wrong: a stable code, the reason in words, and what to do."""

    code: str = Field(examples=["D602"])
    message: str = Field(examples=["there is no event e-0123456789abcdef."])
    hint: str | None = None


class Failed(BaseModel):
    """An answer that says what went wrong."""

    error: Problem


class Open(BaseModel):
    """A record that may gain keys."""

    model_config = ConfigDict(extra="allow")


class PartyOut(Open):
    """A party of an event."""

    name: str | None
    country: str | None = Field(description="ISO 3166-1 alpha-3")
    kind: str | None
    office: str | None
    holder: str | None
    inferred: list[str]


class WhenOut(BaseModel):
    """When: EDTF and in words."""

    edtf: str
    words: str


class WhereOut(BaseModel):
    """Where an event took place."""

    name: str | None
    country: str | None
    geonames: int | None


class EvidenceOut(BaseModel):
    """The words from which an event was read, and where they stand."""

    document: str | None
    title: str | None
    publisher: str | None
    published: str | None
    url: str | None
    text: str | None
    span: list[int] | None


class EventOut(Open):
    """An event as lists give it, with its evidence."""

    id: str = Field(examples=["e-0123456789abcdef"])
    type: str = Field(examples=["CONSULT"])
    mode: str | None = Field(examples=["visit"])
    name: str = Field(examples=["Visit"])
    sentence: str = Field(examples=["Belgium visited Georgia in Tbilisi, 14 March 2023."])
    status: str = Field(examples=["occurred"])
    when: WhenOut | None
    where: WhereOut | None
    actors: list[PartyOut]
    recipients: list[PartyOut]
    topics: list[str]
    score: float
    confidence: float
    verdict: str | None
    independent_sources: int
    documents: int
    disputed: bool
    evidence: EvidenceOut


class FullEvent(Open):
    """One event with every statement of every source, as `dragoman events --format jsonl` prints it."""

    id: str
    type: str
    status: str
    sources: list[dict[str, Any]]
    statements: dict[str, list[dict[str, Any]]]
    disagreements: list[dict[str, Any]]
    links: list[dict[str, Any]]
    merges: list[dict[str, Any]]


def status_of(error: e.DragomanError) -> int:
    """The HTTP status of an error."""
    return next((status for kind, status in _STATUS if isinstance(error, kind)), 500)


def headers_of(error: e.DragomanError) -> dict[str, str]:
    """The headers that an error asks for."""
    if isinstance(error, e.TooMany):
        return {"Retry-After": str(error.seconds)}
    if isinstance(error, e.StillMaking):
        return {"Retry-After": "5"}
    return {"WWW-Authenticate": "Bearer"} if isinstance(error, e.NotSignedIn) else {}


def failure(
    status: int, code: str, message: str, hint: str | None = None, headers: Mapping[str, str] | None = None
) -> JSONResponse:
    """The answer that says what went wrong."""
    body = {"error": {"code": code, "message": message, "hint": hint}}
    return JSONResponse(body, status, dict(headers or {}))


def failure_of(error: e.DragomanError) -> JSONResponse:
    """The answer for an error of Dragoman."""
    return failure(status_of(error), error.code, error.message, error.hint, headers_of(error))


def json_bytes(value: Any) -> bytes:
    """JSON in UTF-8; a lone half of a surrogate pair becomes a replacement character."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")


def csv_bytes(rows: Iterable[Mapping[str, Any]], columns: Sequence[str]) -> bytes:
    """Rows as CSV. Text that a spreadsheet would take for a formula gets an apostrophe before it."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_cell(row.get(name)) for name in columns])
    return stream.getvalue().encode("utf-8", "replace")


def _cell(value: Any) -> Any:
    if isinstance(value, list | tuple):
        value = "; ".join(map(str, value))
    if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r"):
        return f"'{value}"
    return value


def responses(
    model: type[BaseModel], *, csv_too: bool = False, created: bool = False
) -> dict[int | str, dict[str, Any]]:
    """What a route may answer, for the OpenAPI description."""
    content: dict[str, Any] = {"text/csv": {"schema": {"type": "string"}}} if csv_too else {}
    good: dict[str, Any] = {"model": model, "description": "Done" if created else "Found"}
    if content:
        good["content"] = content
    made: dict[int | str, dict[str, Any]] = {201 if created else 200: good}
    if not created:
        made[304] = {"description": "Not changed since the ETag that was sent"}
    for status, words in (
        (400, "A request for another host, or one that makes no sense"),
        (401, "No token or login, or a wrong one"), (403, "Not allowed"), (404, "Nothing of that name"),
        (409, "Being made; ask again"), (413, "Too large"), (422, "A value that does not fit"),
        (429, "Too many requests"), (503, "The reader is not installed, or the store cannot be used"),
    ):  # fmt: skip
        made[status] = {"model": Failed, "description": words}
    return made


def client_of(request: Request) -> str:
    """The address of whoever asks."""
    return request.client.host if request.client else "unknown"
