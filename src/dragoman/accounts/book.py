"""The book of accounts: adding users, checking passwords and tokens, sessions, and what was done."""

from __future__ import annotations

import hashlib
import re
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal, cast

from argon2 import PasswordHasher
from argon2.exceptions import Argon2Error, InvalidHashError
from sqlalchemy import Connection, create_engine, delete, event, insert, select, update
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.pool import StaticPool

from dragoman.accounts import tables as t
from dragoman.errors import NotFound, NotSignedIn, RecordError, StoreError

Role = Literal["reader", "reviewer", "admin"]
#: what each may do includes what those before it may
ROLES: tuple[Role, ...] = ("reader", "reviewer", "admin")
SESSION_SECONDS = 14 * 24 * 3600
LEAST_PASSWORD = 10
TOKEN_PREFIX = "drg_"  # noqa: S105 - what tokens begin with
_NAME = re.compile(r"[^\W_][\w.@-]{0,63}")


@dataclass(frozen=True, slots=True)
class User:
    """Somebody who may sign in."""

    name: str
    role: Role
    active: bool = True
    created_at: str = ""

    def may(self, role: Role) -> bool:
        """Whether this user may do what a role may."""
        return self.active and ROLES.index(self.role) >= ROLES.index(role)


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One line of the audit log."""

    at: str
    who: str | None
    address: str | None
    action: str
    target: str | None
    outcome: str


def accounts_beside(store: str) -> str:
    """Where the accounts of a store are kept when nothing else is said."""
    if store.startswith(("postgresql", "postgres")):
        return "dragoman-accounts.db"
    if store == ":memory:":
        return store
    path = Path(store.removeprefix("sqlite:///"))
    return str(path.with_name(f"{path.stem}-accounts.db"))


class Accounts:
    """The users of one server. Safe from several threads and processes."""

    def __init__(self, where: str, hasher: PasswordHasher | None = None) -> None:
        self._hasher = hasher or PasswordHasher()
        self._nobody = self._hasher.hash(secrets.token_hex(8))
        if where == ":memory:":
            self._engine = create_engine(
                "sqlite://", poolclass=StaticPool, connect_args={"check_same_thread": False}
            )
        elif where.startswith(("postgresql", "postgres")):
            self._engine = create_engine("postgresql+psycopg://" + where.split("://", 1)[1])
        else:
            path = Path(where.removeprefix("sqlite:///"))
            if not path.absolute().parent.is_dir():
                raise StoreError(f"{path}: there is no such folder.", hint="Check the path of the accounts.")
            fresh = not path.exists()
            self._engine = create_engine(f"sqlite:///{path}", connect_args={"timeout": 30})
            if fresh:
                path.touch(mode=0o600)
        if self._engine.dialect.name == "sqlite":
            event.listen(self._engine, "connect", _tune)
        t.metadata.create_all(self._engine)

    def close(self) -> None:
        """Let go of all connections."""
        self._engine.dispose()

    @contextmanager
    def _open(self) -> Iterator[Connection]:
        try:
            with self._engine.begin() as connection:
                yield connection
        except IntegrityError:
            raise
        except DBAPIError as error:
            raise StoreError(f"the accounts cannot be used: {str(error.orig).strip()}") from error

    # users

    def add(self, name: str, role: str, password: str) -> User:
        """A new user; RecordError where the name is taken or does not fit, or the password is too short."""
        if not _NAME.fullmatch(name):
            raise RecordError(
                f"{name!r} cannot be a user's name.", hint="Letters, digits, . @ _ and -, at most 64."
            )
        self._check(role, password)
        made = _now()
        row = {
            "name": name,
            "role": role,
            "password": self._hasher.hash(password),
            "active": True,
            "created_at": made,
        }
        try:
            with self._open() as connection:
                connection.execute(insert(t.users).values(row))
        except IntegrityError as error:
            raise RecordError(f"there is a user {name} already.") from error
        return User(name, cast(Role, role), True, made)

    @staticmethod
    def _check(role: str, password: str) -> None:
        if role not in ROLES:
            raise RecordError(f"{role!r} is no role.", hint="One of: " + ", ".join(ROLES) + ".")
        if len(password) < LEAST_PASSWORD:
            raise RecordError(f"a password has at least {LEAST_PASSWORD} characters.")

    def change(self, name: str, *, role: str | None = None, password: str | None = None,
               active: bool | None = None) -> User:  # fmt: skip
        """Change a user; sessions and tokens of one who is no longer active end at once."""
        user = self.user(name)
        if user is None:
            raise NotFound(f"there is no user {name}.")
        values: dict[str, Any] = {}
        if role is not None:
            self._check(role, "x" * LEAST_PASSWORD)
            values["role"] = role
        if password is not None:
            self._check(user.role, password)
            values["password"] = self._hasher.hash(password)
        if active is not None:
            values["active"] = active
        with self._open() as connection:
            if values:
                connection.execute(update(t.users).where(t.users.c.name == name).values(values))
            if active is False or password is not None:
                connection.execute(delete(t.sessions).where(t.sessions.c.user == name))
            if active is False:
                connection.execute(delete(t.tokens).where(t.tokens.c.user == name))
        return cast(User, self.user(name))

    def user(self, name: str) -> User | None:
        """The user of that name."""
        with self._open() as connection:
            row = connection.execute(select(t.users).where(t.users.c.name == name)).mappings().first()
        return _user(row) if row else None

    def users(self) -> list[User]:
        """All users by name."""
        with self._open() as connection:
            return [
                _user(row) for row in connection.execute(select(t.users).order_by(t.users.c.name)).mappings()
            ]

    def check_password(self, name: str, password: str) -> User:
        """The user whose password it is; NotSignedIn where it is not, after the same time in every case."""
        with self._open() as connection:
            row = connection.execute(select(t.users).where(t.users.c.name == name)).mappings().first()
        try:
            self._hasher.verify(row["password"] if row else self._nobody, password[:1024])
        except (Argon2Error, InvalidHashError) as error:
            raise NotSignedIn("the name or the password is wrong.") from error
        if row is None or not row["active"]:
            raise NotSignedIn("the name or the password is wrong.")
        return _user(row)

    # tokens and sessions

    def new_token(self, name: str, note: str = "") -> str:
        """A token for a user; it is shown this once and kept as a hash."""
        if self.user(name) is None:
            raise NotFound(f"there is no user {name}.")
        token = TOKEN_PREFIX + secrets.token_urlsafe(32)
        with self._open() as connection:
            values = {"hash": _hash(token), "user": name, "note": note, "created_at": _now()}
            connection.execute(insert(t.tokens).values(values))
        return token

    def revoke_tokens(self, name: str) -> int:
        """End all tokens of a user; how many there were."""
        with self._open() as connection:
            return int(connection.execute(delete(t.tokens).where(t.tokens.c.user == name)).rowcount)

    def user_of_token(self, token: str) -> User:
        """Whose token it is; NotSignedIn where it is nobody's."""
        chosen = select(t.users).join(t.tokens, t.tokens.c.user == t.users.c.name)
        with self._open() as connection:
            row = connection.execute(chosen.where(t.tokens.c.hash == _hash(token))).mappings().first()
        if row is None or not row["active"]:
            raise NotSignedIn("the token is not valid.", hint="`dragoman users token NAME` makes one.")
        return _user(row)

    def new_session(self, name: str) -> str:
        """A session for a user, valid for two weeks."""
        session = secrets.token_urlsafe(32)
        with self._open() as connection:
            connection.execute(delete(t.sessions).where(t.sessions.c.expires < time.time()))
            values = {"hash": _hash(session), "user": name, "expires": time.time() + SESSION_SECONDS}
            connection.execute(insert(t.sessions).values(values))
        return session

    def user_of_session(self, session: str) -> User | None:
        """Whose session it is, None where it has ended."""
        chosen = select(t.users).join(t.sessions, t.sessions.c.user == t.users.c.name)
        valid = (t.sessions.c.hash == _hash(session)) & (t.sessions.c.expires > time.time())
        with self._open() as connection:
            row = connection.execute(chosen.where(valid)).mappings().first()
        return _user(row) if row is not None and row["active"] else None

    def end_session(self, session: str) -> None:
        """End a session."""
        with self._open() as connection:
            connection.execute(delete(t.sessions).where(t.sessions.c.hash == _hash(session)))

    def secret(self) -> str:
        """The key with which cookies are signed, made once and kept."""
        chosen = select(t.settings.c.value).where(t.settings.c.name == "secret")
        with self._open() as connection:
            known = connection.scalar(chosen)
        if known:
            return str(known)
        try:
            with self._open() as connection:
                connection.execute(insert(t.settings).values(name="secret", value=secrets.token_urlsafe(48)))
        except IntegrityError:
            pass  # another process made it at the same moment
        with self._open() as connection:
            return str(connection.scalar(chosen))

    # audit

    def note(self, action: str, outcome: str, *, who: str | None = None, address: str | None = None,
             target: str | None = None) -> None:  # fmt: skip
        """Append a line to the audit log."""
        with self._open() as connection:
            connection.execute(insert(t.audit).values(
                at=_now(), who=who, address=address, action=action, target=(target or "")[:300] or None,
                outcome=outcome,
            ))  # fmt: skip

    def audit(self, most: int = 200) -> list[AuditEntry]:
        """The latest lines of the audit log, the latest first."""
        a = t.audit.c
        columns = select(a.at, a.who, a.address, a.action, a.target, a.outcome)
        with self._open() as connection:
            rows = connection.execute(columns.order_by(a.number.desc()).limit(most))
            return [AuditEntry(*row) for row in rows]


def _tune(connection: Any, _record: Any) -> None:
    cursor = connection.cursor()
    for line in ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON"):
        cursor.execute(f"PRAGMA {line}")
    cursor.close()


def _user(row: Any) -> User:
    return User(row["name"], row["role"], bool(row["active"]), row["created_at"])


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
