"""An address of the web to a document: the only code that opens a connection, and only where it may lead out.

A name is looked up once, every address that it has is checked, and the connection goes to the checked
address: a name that is answered otherwise a moment later (DNS rebinding) leads nowhere. The same holds for
each redirect. Loopback, private, link-local and reserved addresses are refused, and so are answers that are
too long or take too long.
"""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
import time
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import SplitResult, urljoin, urlsplit

from dragoman.errors import FetchError
from dragoman.intake.decode import decode
from dragoman.intake.files import make_document
from dragoman.intake.html import page
from dragoman.intake.metadata import Metadata
from dragoman.model import Document

_PORTS = {"http": 80, "https": 443}
_MOVED = (301, 302, 303, 307, 308)
_STEP = 64 * 1024
Allowed = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is fetched at most: bytes, seconds in all, redirects."""

    size: int = 4_000_000
    seconds: float = 15.0
    redirects: int = 4


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address answered: the final address, the kind of content, the bytes."""

    url: str
    content_type: str
    body: bytes


def may_be_reached(address: str) -> bool:
    """Whether an IP address lies in the public internet.

    >>> may_be_reached("127.0.0.1"), may_be_reached("169.254.169.254"), may_be_reached("93.184.215.14")
    (False, False, True)
    """
    found = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(found, ipaddress.IPv6Address):
        inner = found.ipv4_mapped or found.sixtofour or (found.teredo[1] if found.teredo else None)
        if inner is not None and not _public(inner):
            return False
        if found in ipaddress.ip_network("64:ff9b::/96"):  # an IPv4 address behind NAT64
            return _public(ipaddress.IPv4Address(int(found) & 0xFFFFFFFF))
    return _public(found)


def _public(found: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    return found.is_global and not found.is_multicast and not found.is_reserved


def fetch(url: str, limits: Limits | None = None, *, allowed: Allowed = may_be_reached) -> Fetched:
    """What an address answers, after its redirects; FetchError where it must not or cannot be fetched."""
    limits = limits or Limits()
    deadline = time.monotonic() + limits.seconds
    for _ in range(limits.redirects + 1):
        parts = _checked(url)
        address = _address(parts, allowed)
        try:
            answer = _ask(parts, address, limits, deadline)
        except (OSError, http.client.HTTPException, ssl.SSLError) as error:
            raise FetchError(f"{_shown(url)} could not be fetched: {_why(error)}.") from error
        if isinstance(answer, Fetched):
            return answer
        url = urljoin(url, answer)
    raise FetchError(f"{_shown(url)} was not fetched: it redirects more than {limits.redirects} times.")


def fetch_document(
    url: str, metadata: Metadata, limits: Limits | None = None, *, allowed: Allowed = may_be_reached
) -> Document:
    """The text behind an address as a document; the title of a page where no other is given."""
    found = fetch(url, limits, allowed=allowed)
    kind = found.content_type.partition(";")[0].strip().lower()
    if kind not in ("text/html", "application/xhtml+xml", "text/plain", ""):
        raise FetchError(f"{_shown(url)} is {kind}; only web pages and plain text are read.")
    charset = found.content_type.lower().partition("charset=")[2].split(";")[0].strip(" \"'") or None
    known = Metadata(url=found.url, publisher=urlsplit(found.url).hostname)
    if kind == "text/plain":
        return make_document(_decoded(found.body, charset), metadata.over(known))
    text, told = page(found.body, metadata, charset)
    return make_document(text, told.over(known))


def _decoded(body: bytes, charset: str | None) -> str:
    try:
        return body.decode(charset) if charset else decode(body).text
    except (LookupError, UnicodeDecodeError):
        return decode(body).text


def _checked(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise FetchError("this is not an address of the web.") from error
    if parts.scheme not in _PORTS or not parts.hostname or any(c.isspace() or ord(c) < 32 for c in url):
        raise FetchError(
            f"{_shown(url)} is not an address of the web.", hint="It begins with http:// or https://."
        )
    if port is not None and port != _PORTS[parts.scheme] and port < 1024:
        raise FetchError(f"port {port} is not one that pages are served on.")
    if parts.username or parts.password:
        raise FetchError("an address with a name or password in it is not fetched.")
    return parts


def _address(parts: SplitResult, allowed: Allowed) -> str:
    """The one address to connect to, after all that the name has were found to be allowed."""
    host, port = parts.hostname or "", parts.port or _PORTS[parts.scheme]
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise FetchError(f"{_shown(host)} is not known.") from error
    addresses = [str(item[4][0]) for item in found]
    if not addresses or not all(map(allowed, addresses)):
        raise FetchError(f"{_shown(host)} is an address within this network, which is not fetched.")
    return addresses[0]


def _ask(parts: SplitResult, address: str, limits: Limits, deadline: float) -> Fetched | str:
    """One request to one address: what it answers, or where it sends us."""
    left = _left(deadline)
    host, port = parts.hostname or "", parts.port or _PORTS[parts.scheme]
    connection = http.client.HTTPConnection(host, port, timeout=left)
    plain = socket.create_connection((address, port), timeout=left)
    try:
        connection.sock = plain
        if parts.scheme == "https":
            plain.settimeout(_left(deadline))
            connection.sock = ssl.create_default_context().wrap_socket(plain, server_hostname=host)
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        connection.request("GET", _ascii(path), headers={
            "User-Agent": "Dragoman", "Accept": "text/html, text/plain;q=0.8", "Accept-Encoding": "identity",
            "Connection": "close",
        })  # fmt: skip
        answer = connection.getresponse()
        if answer.status in _MOVED and (target := answer.getheader("Location")):
            return target
        if answer.status != 200:
            raise FetchError(f"{_shown(parts.geturl())} answered {answer.status}.")
        if int(answer.getheader("Content-Length") or 0) > limits.size:
            raise FetchError(f"{_shown(parts.geturl())} is longer than {limits.size:,} bytes.")
        body = _body(answer, connection, parts, limits, deadline)
        return Fetched(parts.geturl(), answer.getheader("Content-Type") or "", body)
    except ValueError as error:
        raise FetchError(f"{_shown(parts.geturl())} gave an answer that makes no sense.") from error
    finally:
        connection.close()
        plain.close()


def _body(
    answer: http.client.HTTPResponse, connection: http.client.HTTPConnection, parts: SplitResult,
    limits: Limits, deadline: float,
) -> bytes:  # fmt: skip
    got = bytearray()
    while True:
        if connection.sock is not None:
            connection.sock.settimeout(_left(deadline))
        else:
            _left(deadline)
        piece = answer.read1(_STEP)
        if not piece:
            return bytes(got)
        got += piece
        if len(got) > limits.size:
            raise FetchError(f"{_shown(parts.geturl())} is longer than {limits.size:,} bytes.")


def _left(deadline: float) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError("it takes too long")
    return left


def _why(error: Exception) -> str:
    if isinstance(error, TimeoutError):
        return "it takes too long"
    return str(getattr(error, "strerror", None) or error or type(error).__name__).rstrip(".")


def _ascii(path: str) -> str:
    from urllib.parse import quote

    return quote(path, safe="/?&=%:+,;@!$'()*~-._#[]")


def _shown(url: str) -> str:
    return url if len(url) <= 120 else url[:119] + "…"
