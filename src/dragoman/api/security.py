"""Who asks, what they may do, and whether a form is one of ours.

A program sends a bearer token; a browser has a signed session cookie. A request that changes something and
comes with a cookie must also bring the token of a form that this server made for that session, and must not
come from another site.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlsplit

from fastapi import Request
from itsdangerous import BadSignature, URLSafeTimedSerializer

from dragoman.accounts import Role, User
from dragoman.api.desk import Desk
from dragoman.errors import NotAllowed, NotSignedIn

_FORM_SECONDS = 24 * 3600
CSRF_HEADER = "X-CSRF-Token"


@dataclass(frozen=True, slots=True)
class Visitor:
    """Whoever asks: a user, by token or session, or nobody in particular."""

    user: User | None = None
    by: Literal["token", "session", "nobody"] = "nobody"

    def may(self, role: Role) -> bool:
        """Whether the visitor may do what a role may."""
        return self.user is not None and self.user.may(role)


def desk_of(request: Request) -> Desk:
    """What the server works with."""
    desk: Desk = request.app.state.desk
    return desk


def visitor_of(request: Request) -> Visitor:
    """Who asks; NotSignedIn where a token is sent that is nobody's."""
    known = getattr(request.state, "visitor", None)
    if isinstance(known, Visitor):
        return known
    made = _visitor(request)
    request.state.visitor = made
    return made


def _visitor(request: Request) -> Visitor:
    desk = desk_of(request)
    header = request.headers.get("authorization")
    if header is not None:
        scheme, _, token = header.partition(" ")
        if scheme.lower() != "bearer":
            raise NotSignedIn("only bearer tokens are taken.", hint="Authorization: Bearer TOKEN")
        return Visitor(desk.accounts.user_of_token(token.strip()), "token")
    session = request.session.get("sid")
    user = desk.accounts.user_of_session(session) if isinstance(session, str) else None
    return Visitor(user, "session") if user else Visitor()


def may_read(request: Request) -> Visitor:
    """Who asks, if they may read."""
    visitor = visitor_of(request)
    if visitor.user is None and not desk_of(request).settings.open_reading:
        raise NotSignedIn("reading here needs a token or a login.")
    return visitor


def may_write(request: Request, role: Role, form_token: str | None = None) -> User:
    """The user who asks, if the role admits it and the request is not forged."""
    visitor = visitor_of(request)
    if visitor.user is None:
        raise NotSignedIn("this needs a token or a login.", hint="`dragoman users add NAME` makes a user.")
    if visitor.by == "session":
        check_form(request, form_token)
    if not visitor.user.may(role):
        raise NotAllowed(f"this needs the role {role}; {visitor.user.name} is {visitor.user.role}.")
    return visitor.user


def form_token(request: Request) -> str:
    """A token for the forms of this session."""
    seed = request.session.get("seed")
    if not isinstance(seed, str):
        seed = request.session["seed"] = secrets.token_urlsafe(18)
    return _serializer(request).dumps(seed)


def check_form(request: Request, token: str | None = None) -> None:
    """NotAllowed where a form does not come from a page of this session."""
    site = request.headers.get("sec-fetch-site")
    if site not in (None, "same-origin", "none"):
        raise NotAllowed("the request comes from another site.")
    origin = request.headers.get("origin")
    if origin is not None and urlsplit(origin).netloc != request.headers.get("host", ""):
        raise NotAllowed("the request comes from another site.")
    given = token or request.headers.get(CSRF_HEADER) or ""
    seed = request.session.get("seed")
    try:
        said = _serializer(request).loads(given, max_age=_FORM_SECONDS)
    except BadSignature as error:
        raise NotAllowed("the form is not one of this session.", hint="Load the page again.") from error
    if not isinstance(seed, str) or not isinstance(said, str) or not secrets.compare_digest(said, seed):
        raise NotAllowed("the form is not one of this session.", hint="Load the page again.")


def _serializer(request: Request) -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(desk_of(request).secret, salt="dragoman-form")


def sign_in(request: Request, name: str, password: str) -> User:
    """Check a password and begin a session with a seed of its own."""
    desk, address = desk_of(request), request.client.host if request.client else None
    try:
        user = desk.accounts.check_password(name, password)
    except NotSignedIn:
        desk.accounts.note("login", "refused", who=name[:64], address=address)
        raise
    request.session.clear()
    request.session["sid"] = desk.accounts.new_session(user.name)
    desk.accounts.note("login", "done", who=user.name, address=address)
    return user


def sign_out(request: Request) -> None:
    """End the session."""
    session = request.session.get("sid")
    if isinstance(session, str):
        desk_of(request).accounts.end_session(session)
    request.session.clear()
