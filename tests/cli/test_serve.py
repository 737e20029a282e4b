"""`dragoman serve` and `dragoman users`."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest
import typer

from dragoman.cli.serve import server_of


def run(*arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "dragoman", *arguments]
    return subprocess.run(command, input=stdin, capture_output=True, text=True, check=False)


def test_users_are_added_and_changed(tmp_path: Path):
    store = ("--store", str(tmp_path / "record.db"))
    made = run("users", "add", "ada", "--role", "reviewer", *store, stdin="a long enough password\n")
    assert (made.returncode, made.stdout) == (0, "ada is reviewer\n")
    assert (tmp_path / "record-accounts.db").exists()
    short = run("users", "add", "bo", *store, stdin="short\n")
    assert short.returncode == 3 and "at least 10" in short.stderr
    assert run("users", "role", "ada", "admin", *store).stdout == "ada is admin\n"
    token = run("users", "token", "ada", *store).stdout.strip()
    assert token.startswith("drg_")
    listed = run("users", "list", *store).stdout
    assert listed.startswith("ada\tadmin\tactive\t") and token not in listed
    assert run("users", "remove", "ada", *store).returncode == 0
    assert "\tremoved\t" in run("users", "list", *store).stdout


def test_the_server_serves(tmp_path: Path):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [
        sys.executable,
        "-m",
        "dragoman",
        "serve",
        "--store",
        str(tmp_path / "new.db"),
        "--port",
        str(port),
    ]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    try:
        for _ in range(150):
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=5) as answer:
                    text = answer.read().decode()
                break
            except OSError:
                time.sleep(0.2)
        assert "The chronicle is empty" in text
    finally:
        process.terminate()
        _, said = process.communicate(timeout=20)
    assert f"http://127.0.0.1:{port}/ shows" in said


def test_settings_follow_the_options(tmp_path: Path):
    store = str(tmp_path / "record.db")
    app, settings = server_of(store, "", "127.0.0.1", 600, [], False)
    assert settings.open_reading and not settings.secure
    assert settings.rates["read"].a_minute == 600
    app.state.desk.close()
    app, settings = server_of(store, "", "127.0.0.1", 600, ["Record.Example"], True)
    assert not settings.open_reading and settings.secure and "record.example" in settings.hosts
    app.state.desk.close()
    with pytest.raises(typer.BadParameter):
        server_of(store, "", "0.0.0.0", 600, [], False)
