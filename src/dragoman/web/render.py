"""Templates, and what they may call. Every string of others is escaped, and its odd characters are shown."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from dragoman.api.security import Visitor, desk_of, form_token, visitor_of
from dragoman.errors import AccessError
from dragoman.export import words
from dragoman.export.markup import link, one
from dragoman.export.safe import shown
from dragoman.export.sentence import sentence
from dragoman.gazette import Gazette, office_words, slug_of
from dragoman.model.ontology import EVENT_TYPES, STATUSES, TYPES
from dragoman.resolution.wordlists import plain


def _finalize(value: Any) -> Any:
    """What a template prints: nothing for None, marks for characters that must not be obeyed."""
    if value is None:
        return ""
    return shown(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def iso(text: Any) -> Markup:
    """Text kept apart from the writing direction of what is around it."""
    return Markup(one(str(text or "")))  # noqa: S704 - `one` escapes


def outward(url: str | None) -> Markup:
    """A link that leads out where it leads to the web, words where it is anything else."""
    return Markup(link(url)) if url else Markup("")  # noqa: S704 - `link` escapes


def outward_host(url: str | None) -> Markup:
    """A link that leads out, shown as the name of its host."""
    if not url or not Markup(link(url)).startswith("<a "):  # noqa: S704 - `link` escapes
        return outward(url)
    host = urlsplit(url).hostname or url
    return Markup('<a href="{}" rel="noreferrer noopener">{}</a>').format(url, shown(host))


def day(ordinal: int | None) -> str:
    """A day in words: "19 June 2024"."""
    return words.date_words(date.fromordinal(ordinal).isoformat()) if ordinal else "day unknown"


def percent(share: float | None) -> str:
    """A share as a whole percentage."""
    return "–" if share is None else f"{100 * share:.0f} %"


@cache
def environment() -> Environment:
    """The templates with their helpers."""
    made = Environment(
        loader=PackageLoader("dragoman.web"), autoescape=True, finalize=_finalize, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    gazette = Gazette.default()
    made.filters |= {
        "iso": iso, "outward": outward, "host": outward_host, "slug": slug_of, "plain": plain,
        "person": lambda name: plain(name).replace(" ", "-"), "date": words.date_words, "day": day,
        "percent": percent, "tidy": words.tidy, "office": office_words, "name": gazette.name,
        "sentence": lambda event: sentence(event, gazette.name, dated=False), "group": lambda n: f"{n:,}",
        "quad": lambda kind: TYPES[kind].quad, "iso_day": lambda n: date.fromordinal(n).isoformat(),
    }  # fmt: skip
    made.globals |= {
        "event_name": words.event_name, "STATUS": words.STATUS, "LINK": words.LINK, "TYPES": EVENT_TYPES,
        "STATUSES": STATUSES, "MEANING": words.MEANING, "counted": words.counted, "static": static,
    }  # fmt: skip
    return made


def _walk(place: Traversable, prefix: str = "") -> list[tuple[str, Traversable]]:
    made: list[tuple[str, Traversable]] = []
    for entry in sorted(place.iterdir(), key=lambda e: e.name):
        if entry.is_dir():
            made += _walk(entry, f"{prefix}{entry.name}/")
        else:
            made.append((prefix + entry.name, entry))
    return made


@cache
def static_files() -> dict[str, bytes]:
    """The files that pages load, by name; the style of the record comes from `export`."""
    found = {name: entry.read_bytes() for name, entry in _walk(files("dragoman.web") / "static")}
    found["record.css"] = (files("dragoman.export") / "assets" / "record.css").read_bytes()
    return found


@cache
def version() -> str:
    """Changes whenever one of these files does; part of their address, so that they may be kept for good."""
    digest = hashlib.sha256()
    for name, content in sorted(static_files().items()):
        digest.update(name.encode() + content)
    return digest.hexdigest()[:10]


def static(name: str) -> str:
    """The address of a file that pages load."""
    return f"/static/{version()}/{name}"


class Addresses:
    """Addresses within the pages, with the day as of which the record is shown."""

    def __init__(self, request: Request, as_of: str | None) -> None:
        self._request = request
        self._as_of = as_of

    def __call__(self, path: str, **params: Any) -> str:
        """The address of a page; empty parameters are left out."""
        pairs: list[tuple[str, str]] = []
        for name, value in params.items():
            for one_value in value if isinstance(value, list | tuple) else [value]:
                if one_value not in (None, "", False):
                    pairs.append((name, "1" if one_value is True else str(one_value)))
        if self._as_of and "as_of" not in params:
            pairs.append(("as_of", self._as_of))
        query = urlencode(pairs, errors="replace")
        return quote(path, safe="/~", errors="replace") + (f"?{query}" if query else "")

    def here(self, path: str | None = None, **changes: Any) -> str:
        """This page's address (or the same question at another) with some parameters changed."""
        kept = [(k, v) for k, v in self._request.query_params.multi_items() if v and k not in changes]
        kept += [(k, str(v)) for k, v in changes.items() if v not in (None, "")]
        query = urlencode(kept, errors="replace")
        where = path or self._request.url.path
        return quote(where, safe="/~%") + (f"?{query}" if query else "")


def page(
    request: Request, template: str, *, status: int = 200, as_of: str | None = None,
    headers: Mapping[str, str] | None = None, **values: Any,
) -> HTMLResponse:  # fmt: skip
    """A page."""
    try:
        visitor = visitor_of(request)
    except AccessError:
        visitor = Visitor()
    flash = request.session.pop("flash", None) if request.session else None
    known = {
        "request": request, "visitor": visitor, "as_of": as_of, "u": Addresses(request, as_of),
        "flash": flash,
        "csrf": lambda: Markup('<input type="hidden" name="csrf" value="{}">').format(form_token(request)),
        "open_reading": desk_of(request).settings.open_reading, "path": request.url.path, "q": "",
        "formats": False,
    }  # fmt: skip
    body = environment().get_template(template).render(**{**known, **values})
    sent = {"Cache-Control": "private, no-cache", **(headers or {})}
    return HTMLResponse(body.encode("utf-8", "replace"), status, sent)
