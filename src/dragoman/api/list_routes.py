"""The lists of `/api/v1` besides events: agreements, outlook, disagreements, documents, decisions."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import APIRouter
from fastapi import Query as Param
from fastapi.responses import Response

from dragoman.api.asked import Ask, Cursor, Format, Limit, Words, plain_words
from dragoman.api.questions import named_key
from dragoman.api.shapes import Found, Open, responses
from dragoman.browsing import publishers
from dragoman.browsing.browser import Differing
from dragoman.browsing.paging import sliced
from dragoman.model.chronicle import AgreementRecord, Decision, OutlookItem

router = APIRouter()
Parties = Annotated[list[str] | None, Param(description="A party; twice: both.", max_length=6)]
Standing = Literal["negotiated", "signed", "ratified", "in force", "ended", "unknown"]
State = Literal["open", "fulfilled", "changed", "lapsed"]


class AgreementOut(Open):
    """An instrument with the steps of its life."""

    id: str
    title: str
    parties: list[str]
    standing: str | None
    edtf: str | None


class OutlookOut(Open):
    """A plan or prediction, who made it, and what became of it."""

    id: str
    kind: str
    text: str
    state: str
    by: list[str]
    event: str | None


class DifferingOut(Open):
    """A field of an event in which its sources differ."""

    event: str
    field: str
    values: list[dict[str, Any]]
    note: str


class UnknownOut(Open):
    """What a text says was not disclosed."""

    document: str
    text: str
    span: list[int]


class DocumentRow(Open):
    """A document without its text."""

    id: str
    title: str | None
    publisher: str | None
    published: str | None
    url: str | None


class DecisionOut(Open):
    """A person's decision."""

    id: str
    kind: str
    target: str
    who: str
    why: str
    at: str


class SourceOut(Open):
    """A publisher: how much it told, how soon, how often alone or contradicted."""

    publisher: str | None
    documents: int
    independent: int
    mentions: int
    delay_days: int | None
    alone: float | None
    contradicted: float | None


def _keys(parties: list[str] | None) -> tuple[str, ...]:
    return tuple(named_key(name) for name in parties or () if plain_words(name))


def agreement_data(item: AgreementRecord) -> dict[str, Any]:
    """An agreement as plain data."""
    return item.to_dict()


@router.get("/agreements", responses=responses(Found[list[AgreementOut]], csv_too=True), summary="Agreements")
def agreements(
    ask: Ask, party: Parties = None, standing: Standing | None = None, q: Words = None,
    cursor: Cursor = None, limit: Limit = 50, format: Format = "json",
) -> Response:  # fmt: skip
    """Agreements with the steps of their lives, the latest first."""
    found = ask.browser.agreements(between=_keys(party), standing=standing, text=plain_words(q))
    columns = ("id", "title", "parties", "standing", "edtf", "scope")
    return ask.page(
        format, limit, lambda n: sliced(found, cursor, n, lambda a: a.id), agreement_data, columns
    )


@router.get("/outlook", responses=responses(Found[list[OutlookOut]], csv_too=True), summary="Outlook")
def outlook(
    ask: Ask, party: Parties = None, state: State | None = None, by: Words = None,
    cursor: Cursor = None, limit: Limit = 50, format: Format = "json",
) -> Response:  # fmt: skip
    """Plans and predictions with what became of them, the latest first."""
    found = ask.browser.outlook(between=_keys(party), state=state, by=plain_words(by))
    columns = ("id", "kind", "state", "made", "horizon", "countries", "by", "event", "document", "text")
    return ask.page(
        format, limit, lambda n: sliced(found, cursor, n, lambda i: i.id), OutlookItem.to_dict, columns
    )


def differing_name(item: Differing) -> str:
    """What tells one disagreement from all others."""
    return f"{item.event} {item.disagreement.field} {item.disagreement.other or ''}"


def differing_data(item: Differing) -> dict[str, Any]:
    """A disagreement as plain data."""
    d = item.disagreement
    values = [{"value": value, "mentions": list(mentions)} for value, mentions in d.values]
    return {"event": item.event, "field": d.field, "values": values, "note": d.note, "other": d.other}


def _differing_row(item: Differing) -> dict[str, Any]:
    return {**differing_data(item), "values": "; ".join(value for value, _ in item.disagreement.values)}


@router.get(
    "/disagreements", responses=responses(Found[list[DifferingOut]], csv_too=True), summary="Disagreements"
)
def disagreements(
    ask: Ask, field: Words = None, cursor: Cursor = None, limit: Limit = 50, format: Format = "json"
) -> Response:
    """Where the sources of one event differ, and events alike in all but one thing."""
    found = ask.browser.differing(field=plain_words(field))
    columns = ("event", "field", "values", "note", "other")
    return ask.page(
        format,
        limit,
        lambda n: sliced(found, cursor, n, differing_name),
        differing_data,
        columns,
        _differing_row,
    )


@router.get("/unknowns", responses=responses(Found[list[UnknownOut]], csv_too=True), summary="Unknowns")
def unknowns(
    ask: Ask, q: Words = None, cursor: Cursor = None, limit: Limit = 50, format: Format = "json"
) -> Response:
    """What texts say was not disclosed, the latest first."""
    columns = ("document", "published", "publisher", "title", "text", "around", "url")
    return ask.page(
        format, limit, lambda n: ask.browser.unknowns(text=plain_words(q), cursor=cursor, size=n),
        lambda row: row, columns,
    )  # fmt: skip


@router.get("/documents", responses=responses(Found[list[DocumentRow]], csv_too=True), summary="Documents")
def documents(
    ask: Ask, publisher: Words = None, q: Words = None, cursor: Cursor = None, limit: Limit = 50,
    format: Format = "json",
) -> Response:  # fmt: skip
    """The documents of the chronicle without their texts, the latest first."""
    columns = ("id", "published", "publisher", "title", "url", "language", "added_at")
    return ask.page(
        format, limit,
        lambda n: ask.browser.documents(
            publisher=plain_words(publisher), text=plain_words(q), cursor=cursor, size=n
        ),
        lambda row: row, columns,
    )  # fmt: skip


def decision_data(item: Decision) -> dict[str, Any]:
    """A decision as plain data."""
    return {"id": item.id, "kind": item.kind, "target": item.target, "who": item.who, "why": item.why,
            "at": item.at, "data": item.data}  # fmt: skip


@router.get("/decisions", responses=responses(Found[list[DecisionOut]], csv_too=True), summary="Decisions")
def decisions(
    ask: Ask, who: Words = None, kind: Words = None, cursor: Cursor = None, limit: Limit = 50,
    format: Format = "json",
) -> Response:  # fmt: skip
    """What people decided, the latest first."""
    found = ask.browser.decisions(who=plain_words(who), kind=plain_words(kind))
    columns = ("id", "kind", "target", "who", "why", "at")
    return ask.page(format, limit, lambda n: sliced(found, cursor, n, lambda d: d.id), decision_data, columns)


@router.get("/sources", responses=responses(Found[list[SourceOut]], csv_too=True), summary="Sources")
def sources(ask: Ask, cursor: Cursor = None, limit: Limit = 50, format: Format = "json") -> Response:
    """Who reports what, how soon after the event, how often alone or contradicted."""
    found = ask.browser.sources()
    return ask.page(
        format, limit, lambda n: sliced(found, cursor, n, lambda row: row["publisher"] or ""),
        lambda row: row, publishers.COLUMNS,
    )  # fmt: skip
