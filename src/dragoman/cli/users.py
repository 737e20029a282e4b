"""`dragoman users`: who may read, review and administer over HTTP."""

from __future__ import annotations

import sys
from typing import Annotated, Any

import typer

from dragoman.cli.chronicle import STORE, StoreOption
from dragoman.cli.serve import AccountsOption

app = typer.Typer(
    name="users", no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False,
    help="Add and change the users of `dragoman serve`.",
)  # fmt: skip
Name = Annotated[str, typer.Argument(metavar="NAME", help="The user's name.")]
RoleOption = Annotated[str, typer.Option("--role", metavar="ROLE", help="reader, reviewer or admin.")]


def _open(store: str, accounts: str) -> Any:
    from dragoman.errors import MissingExtra

    try:
        from dragoman.accounts import Accounts, accounts_beside
    except ImportError as error:
        raise MissingExtra(
            f"the server's libraries are not installed ({error.name}).",
            hint='Run: pip install "dragoman[server]"',
        ) from error
    return Accounts(accounts or accounts_beside(store))


def _password() -> str:
    """A password, asked for twice at a terminal, else the first line of standard input."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    return str(typer.prompt("Password", hide_input=True, confirmation_prompt=True))


@app.command()
def add(
    name: Name, role: RoleOption = "reader", store: StoreOption = STORE, accounts: AccountsOption = ""
) -> None:
    """Add a user; the password is asked for, or read from standard input."""
    user = _open(store, accounts).add(name, role, _password())
    typer.echo(f"{user.name} is {user.role}")


@app.command("list")
def list_users(store: StoreOption = STORE, accounts: AccountsOption = "") -> None:
    """List the users with their roles."""
    for user in _open(store, accounts).users():
        typer.echo(f"{user.name}\t{user.role}\t{'active' if user.active else 'removed'}\t{user.created_at}")


@app.command()
def role(
    name: Name,
    role: Annotated[str, typer.Argument(metavar="ROLE", help="reader, reviewer or admin.")],
    store: StoreOption = STORE,
    accounts: AccountsOption = "",
) -> None:
    """Give a user another role."""
    user = _open(store, accounts).change(name, role=role)
    typer.echo(f"{user.name} is {user.role}")


@app.command()
def password(name: Name, store: StoreOption = STORE, accounts: AccountsOption = "") -> None:
    """Give a user another password; all sessions of the user end."""
    _open(store, accounts).change(name, password=_password())
    typer.echo(f"{name} has another password")


@app.command()
def remove(name: Name, store: StoreOption = STORE, accounts: AccountsOption = "") -> None:
    """Let a user in no more; what the user decided stays."""
    _open(store, accounts).change(name, active=False)
    typer.echo(f"{name} is removed")


@app.command()
def token(
    name: Name,
    note: Annotated[str, typer.Option("--note", metavar="TEXT", help="What the token is for.")] = "",
    revoke: Annotated[bool, typer.Option("--revoke", help="End all tokens of the user instead.")] = False,
    store: StoreOption = STORE,
    accounts: AccountsOption = "",
) -> None:
    """Make a token for programs; it is shown this once."""
    book = _open(store, accounts)
    if revoke:
        typer.echo(f"{book.revoke_tokens(name)} tokens ended")
    else:
        typer.echo(book.new_token(name, note))


@app.command()
def audit(
    most: Annotated[int, typer.Option("--most", min=1, metavar="N", help="How many lines.")] = 50,
    store: StoreOption = STORE,
    accounts: AccountsOption = "",
) -> None:
    """Show who did what, the latest first."""
    for line in _open(store, accounts).audit(most):
        typer.echo(
            "\t".join(
                part or "-"
                for part in (line.at, line.who, line.address, line.action, line.target, line.outcome)
            )
        )
