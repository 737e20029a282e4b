"""Users, passwords, tokens, sessions, the audit log."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from argon2 import PasswordHasher

from dragoman.accounts import Accounts, accounts_beside, book
from dragoman.errors import NotFound, NotSignedIn, RecordError, StoreError

PASSWORD = "a long enough password"


@pytest.fixture
def accounts(tmp_path: Path):
    """An empty book."""
    made = Accounts(str(tmp_path / "accounts.db"), PasswordHasher(time_cost=1, memory_cost=64))
    yield made
    made.close()


def test_a_user_signs_in(accounts: Accounts):
    accounts.add("ada", "reviewer", PASSWORD)
    user = accounts.check_password("ada", PASSWORD)
    assert user.may("reader") and user.may("reviewer") and not user.may("admin")
    for name, password in (("ada", "wrong"), ("bo", PASSWORD), ("ada", ""), ("", "")):
        with pytest.raises(NotSignedIn):
            accounts.check_password(name, password)


@pytest.mark.parametrize(
    ("name", "role", "password"),
    [
        ("", "reader", PASSWORD),
        ("a b", "reader", PASSWORD),
        ("x" * 65, "reader", PASSWORD),
        ("ada", "king", PASSWORD),
        ("ada", "reader", "short"),
        ("<script>", "reader", PASSWORD),
    ],
)
def test_what_cannot_be_a_user(accounts: Accounts, name: str, role: str, password: str):
    with pytest.raises(RecordError):
        accounts.add(name, role, password)


def test_names_are_given_once(accounts: Accounts):
    accounts.add("ada", "reader", PASSWORD)
    with pytest.raises(RecordError, match="already"):
        accounts.add("ada", "admin", PASSWORD)
    assert [(u.name, u.role) for u in accounts.users()] == [("ada", "reader")]


def test_changes_end_what_they_must(accounts: Accounts):
    accounts.add("ada", "reader", PASSWORD)
    session, token = accounts.new_session("ada"), accounts.new_token("ada")
    assert accounts.change("ada", role="admin").role == "admin"
    assert accounts.user_of_session(session) and accounts.user_of_token(token)
    accounts.change("ada", password="another long password")
    assert accounts.user_of_session(session) is None
    assert accounts.user_of_token(token)
    accounts.change("ada", active=False)
    with pytest.raises(NotSignedIn):
        accounts.user_of_token(token)
    with pytest.raises(NotSignedIn):
        accounts.check_password("ada", "another long password")
    with pytest.raises(NotFound):
        accounts.change("bo", role="reader")
    with pytest.raises(NotFound):
        accounts.new_token("bo")


def test_sessions_end(accounts: Accounts, monkeypatch: pytest.MonkeyPatch):
    accounts.add("ada", "reader", PASSWORD)
    one, two = accounts.new_session("ada"), accounts.new_session("ada")
    accounts.end_session(one)
    assert accounts.user_of_session(one) is None
    assert accounts.user_of_session(two)
    later = time.time() + book.SESSION_SECONDS + 1
    monkeypatch.setattr(book.time, "time", lambda: later)
    assert accounts.user_of_session(two) is None


def test_tokens_are_revoked(accounts: Accounts):
    accounts.add("ada", "reader", PASSWORD)
    token = accounts.new_token("ada", "notebook")
    assert token.startswith("drg_") and len(token) > 40
    assert accounts.revoke_tokens("ada") == 1
    with pytest.raises(NotSignedIn):
        accounts.user_of_token(token)


def test_the_key_of_cookies_is_kept(accounts: Accounts, tmp_path: Path):
    again = Accounts(str(tmp_path / "accounts.db"))
    assert accounts.secret() == again.secret() and len(again.secret()) > 40
    again.close()
    assert (tmp_path / "accounts.db").stat().st_mode & 0o077 == 0


def test_the_audit_log_goes_on(accounts: Accounts):
    for n in range(5):
        accounts.note("accept", "done", who="ada", target=f"e{n}")
    assert [line.target for line in accounts.audit(2)] == ["e4", "e3"]


def test_where_accounts_are_kept():
    assert accounts_beside("some/record.db") == "some/record-accounts.db"
    assert accounts_beside("postgresql://x@y/z") == "dragoman-accounts.db"
    with pytest.raises(StoreError):
        Accounts("/nowhere/at/all/accounts.db")
