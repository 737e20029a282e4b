"""The routes of `/api/v1` that read a text or change the record, and who one is."""

from __future__ import annotations

from typing import Any, Literal

from fastapi import APIRouter, Request
from fastapi.responses import Response
from pydantic import BaseModel, ConfigDict, Field

from dragoman.api.asked import Ask, plain_words
from dragoman.api.list_routes import decision_data
from dragoman.api.security import desk_of, may_write, visitor_of
from dragoman.api.shapes import Found, Open, client_of, json_bytes, responses
from dragoman.chronicle import now
from dragoman.errors import InputError
from dragoman.intake.files import MAX_CHARACTERS
from dragoman.store import views_texts

router = APIRouter()


class DocumentIn(BaseModel):
    """A text to read, or the address of one."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [{
        "text": "The two ministers met in Oslo on Friday.", "published": "2024-05-12",
    }]})  # fmt: skip
    text: str | None = Field(default=None, max_length=MAX_CHARACTERS)
    url: str | None = Field(default=None, max_length=2000)
    title: str | None = Field(default=None, max_length=2000)
    published: str | None = Field(default=None, max_length=40, description="EDTF")
    publisher: str | None = Field(default=None, max_length=2000)
    keep: bool = Field(default=True, description="false: read it and keep nothing")


class DocumentOut(BaseModel):
    """What was read from a text, and the events of the chronicle that it tells of."""

    id: str
    new: bool
    kept: bool
    events: list[str]
    reading: dict[str, Any]


class ReadingOut(Open):
    """A document with everything that was read from it, in the form of `dragoman read --format json`."""

    reader: str
    document: dict[str, Any]
    events: list[dict[str, Any]]


class DecisionIn(BaseModel):
    """A decision on an event. `with` belongs to merge, `from` to split, `field` and `value` to correct."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [
        {"kind": "accept", "target": "e-0123456789abcdef", "why": "read both reports"},
    ]})  # fmt: skip
    kind: Literal["accept", "reject", "merge", "split", "correct", "comment"]
    target: str = Field(max_length=100)
    why: str = Field(default="", max_length=2000)
    with_: str | None = Field(default=None, alias="with", max_length=100)
    from_: list[str] | None = Field(default=None, alias="from", max_length=200)
    field: str | None = Field(default=None, max_length=40)
    value: str | list[str] | None = Field(default=None)


class DecisionMade(Open):
    """The decision as it was kept, and the event that it now speaks of."""

    id: str
    kind: str
    target: str
    event: str | None


class Me(BaseModel):
    """Who asks."""

    name: str | None
    role: str | None


class AuditOut(BaseModel):
    """A line of the audit log."""

    at: str
    who: str | None
    address: str | None
    action: str
    target: str | None
    outcome: str


def _plain(*values: str | list[str] | None) -> None:
    for value in values:
        for part in [value] if isinstance(value, str) else value or ():
            if "\x00" in part or any(0xD800 <= ord(c) <= 0xDFFF for c in part):
                raise InputError("there are characters in it that are no text (NUL, or half of a pair).")


@router.post(
    "/documents",
    status_code=201,
    responses=responses(Found[DocumentOut], created=True),
    summary="Read a text",
)
def add_document(request: Request, body: DocumentIn) -> Response:
    """Read a text, or what an address answers, and keep what was read. Needs the role reviewer."""
    user, desk = may_write(request, "reviewer"), desk_of(request)
    _plain(body.text, body.url, body.title, body.published, body.publisher)
    doc = desk.document(text=body.text, url=body.url, title=body.title, published=body.published,
                        publisher=body.publisher)  # fmt: skip
    reading = desk.read(doc)
    new = desk.chronicle.add_reading(reading) if body.keep else False
    if body.keep:
        desk.accounts.note("document", "kept" if new else "known", who=user.name, address=client_of(request),
                           target=doc.id)  # fmt: skip
    with desk.chronicle.store.read() as shelf:
        events = sorted(set(views_texts.local_events(shelf, doc.id).values()))
    data = {"id": doc.id, "new": new, "kept": body.keep, "events": events, "reading": reading.to_dict()}
    return _created(data)


@router.get("/documents/{id}", responses=responses(Found[ReadingOut]), summary="One document")
def document(ask: Ask, id: str, reader: str | None = None) -> Response:
    """A document with everything that was read from it, by the newest reader or by the one named."""
    reading, events = ask.browser.reading(id, plain_words(reader))
    versions = [{"reader": name, "read_at": at} for name, at in ask.browser.readings(id)]
    return ask.one({**reading.to_dict(), "chronicle": events, "readers": versions})


@router.post(
    "/decisions", status_code=201, responses=responses(Found[DecisionMade], created=True), summary="Decide"
)
def decide(request: Request, body: DecisionIn) -> Response:
    """Append a decision, which wins over the machine. Needs the role reviewer."""
    user, desk = may_write(request, "reviewer"), desk_of(request)
    _plain(body.target, body.why, body.with_, body.from_, body.field, body.value)
    data: dict[str, Any] = {}
    if body.kind == "merge":
        data = {"with": body.with_ or ""}
    elif body.kind == "split" and body.from_:
        data = {"from": body.from_}
    elif body.kind == "correct":
        data = {"field": body.field, "value": body.value}
    made = desk.chronicle.decide(body.kind, body.target, who=user.name, why=body.why, data=data, at=now())
    desk.accounts.note(body.kind, "done", who=user.name, address=client_of(request), target=made.target)
    with desk.chronicle.store.read() as shelf:
        event = shelf.events_with([made.target]).get(made.target)
    return _created({**decision_data(made), "event": event})


@router.get("/me", responses=responses(Found[Me]), summary="Who asks")
def me(request: Request) -> Response:
    """The name and role of whoever asks; null for nobody in particular."""
    user = visitor_of(request).user
    return _answer({"name": user.name if user else None, "role": user.role if user else None}, 200)


@router.get("/audit", responses=responses(Found[list[AuditOut]]), summary="Audit log")
def audit(request: Request) -> Response:
    """The latest 200 lines of the audit log. Needs the role admin."""
    visitor = visitor_of(request)
    if not visitor.may("admin"):
        may_write(request, "admin")
    lines = desk_of(request).accounts.audit()
    return _answer([{name: getattr(line, name) for name in AuditOut.model_fields} for line in lines], 200)


def _created(data: Any) -> Response:
    return _answer(data, 201)


def _answer(data: Any, status: int) -> Response:
    body = json_bytes({"data": data, "meta": {"total": None, "next": None, "as_of": None}})
    return Response(body, status, {"Cache-Control": "no-store"}, "application/json")
