"""A PostgreSQL server for tests: the one that DRAGOMAN_TEST_POSTGRES names, or one started for this run.

A server is started where its programs are installed; where this runs as root, as the user `postgres`.
"""

from __future__ import annotations

import atexit
import os
import shutil
import socket
import subprocess
import tempfile
import uuid
from functools import cache
from pathlib import Path

import pytest

_ABSENT = "no PostgreSQL: set DRAGOMAN_TEST_POSTGRES to an address, or install the server"


def _program(name: str) -> Path | None:
    found = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))
    place = found[-1] if found else shutil.which(name)
    return Path(place) if place else None


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@cache
def server() -> str | None:
    """The address of a server, without a database; None where there is none."""
    named = os.environ.get("DRAGOMAN_TEST_POSTGRES")
    if named:
        return named.rstrip("/")
    initdb, control = _program("initdb"), _program("pg_ctl")
    if initdb is None or control is None:
        return None
    folder, port = Path(tempfile.mkdtemp(prefix="dragoman-pg-")), _free_port()
    user = []
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres", "postgres")
        user = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"]
    data = str(folder / "data")
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": folder}
    subprocess.run([*user, initdb, "-D", data, "-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C"],
                   check=True, **quiet)  # fmt: skip
    options = f"-p {port} -h 127.0.0.1 -k {folder} -c fsync=off"
    subprocess.run([*user, control, "-D", data, "-w", "-o", options, "start"], check=True, **quiet)

    def stop() -> None:
        subprocess.run([*user, control, "-D", data, "-m", "immediate", "stop"], check=False, **quiet)
        shutil.rmtree(folder, ignore_errors=True)

    atexit.register(stop)
    return f"postgresql://postgres@127.0.0.1:{port}"


def fresh_database() -> str:
    """The address of a new, empty database; the test is skipped where there is no server.

    With DRAGOMAN_NEED_POSTGRES set, it fails instead.
    """
    address = server()
    if address is None:
        if os.environ.get("DRAGOMAN_NEED_POSTGRES"):
            pytest.fail(_ABSENT)
        pytest.skip(_ABSENT)
    import psycopg

    name = f"dragoman_{uuid.uuid4().hex[:12]}"
    with psycopg.connect(f"{address}/postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return f"{address}/{name}"
