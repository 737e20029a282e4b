"""`dragoman serve`: the pages and the HTTP interface over a chronicle."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from dragoman.cli.chronicle import STORE, StoreOption
from dragoman.cli.out import say

app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)

AccountsOption = Annotated[
    str, typer.Option("--accounts", metavar="PATH|URL", help="Users and tokens; by default beside the store.")
]


@app.command()
def serve(
    store: StoreOption = STORE,
    accounts: AccountsOption = "",
    host: Annotated[str, typer.Option(metavar="ADDRESS", help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535, metavar="N", help="The port to listen on.")] = 8000,
    allow_host: Annotated[
        list[str] | None,
        typer.Option("--allow-host", metavar="NAME", help="A name that the server answers to; repeatable."),
    ] = None,
    requests: Annotated[
        int, typer.Option("--requests", min=1, metavar="N", help="Requests a minute of one address.")
    ] = 1200,
    behind_https: Annotated[
        bool,
        typer.Option("--behind-https", help="A proxy on this machine adds TLS: secure cookies, HSTS."),
    ] = False,
) -> None:
    """Open the chronicle in a browser, and to programs by /api/v1.

    On this machine everybody may read. Writing needs a user (`dragoman users add`), and so does reading where
    the server answers to other names than those of this machine. The store is made where there is none.
    """
    made, settings = server_of(store, accounts, host, requests, allow_host or [], behind_https)
    import uvicorn

    say(f"http://{_shown(host)}:{port}/ shows {store}; Ctrl-C ends it.")
    if not settings.open_reading:
        say("Reading needs a login here: dragoman users add NAME --role reader")
        if not behind_https:
            say("Passwords travel in the open without TLS: put a proxy before it and give --behind-https.")
    uvicorn.run(
        made, host=host, port=port, log_level="warning", server_header=False, proxy_headers=behind_https,
        forwarded_allow_ips="127.0.0.1",
    )  # fmt: skip


def server_of(
    store: str, accounts: str, host: str, requests: int, names: list[str], behind_https: bool
) -> tuple[Any, Any]:
    """The application and its settings; MissingExtra where the server's libraries are not installed."""
    from dragoman.errors import MissingExtra

    try:
        from dragoman.accounts import Accounts, accounts_beside
        from dragoman.api.desk import Desk
        from dragoman.api.settings import LOOPBACK, Settings, limits
        from dragoman.web.app import create_app
    except ImportError as error:
        raise MissingExtra(
            f"the server's libraries are not installed ({error.name}).",
            hint='Run: pip install "dragoman[server]"',
        ) from error
    from dragoman.chronicle import Chronicle

    extra = [] if host in ("0.0.0.0", "::", *LOOPBACK) else [host]  # noqa: S104 - compared, not bound
    wanted = tuple(dict.fromkeys((*LOOPBACK, *extra, *(name.lower() for name in names))))
    if host in ("0.0.0.0", "::") and not names:  # noqa: S104 - compared, not bound
        raise typer.BadParameter("--host with all addresses needs --allow-host NAME", param_hint="--host")
    settings = Settings(hosts=wanted, secure=behind_https, rates=limits(requests))
    desk = Desk(Chronicle(store), Accounts(accounts or accounts_beside(store)), settings)
    return create_app(desk), settings


def _shown(host: str) -> str:
    return f"[{host}]" if ":" in host else host
