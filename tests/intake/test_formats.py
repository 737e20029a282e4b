"""Pages, PDF, tables, feeds and archives to documents, the broken and the hostile ones included."""

from __future__ import annotations

import gzip
import io
import time
from pathlib import Path

import pytest

from dragoman.errors import BadLine, DragomanError, EmptyInput, FetchError, InputError, TooLarge
from dragoman.intake import Intake, Metadata, Rejected, Taken, address, form_by_name
from dragoman.intake.fetch import Fetched
from dragoman.intake.forms import form_by_bytes
from dragoman.intake.table import filled
from dragoman.model import Document

STORY = (
    "The foreign minister of Iceland received her colleague from Ghana in Reykjavik on Tuesday. "
    "They signed a treaty on fishing and agreed to open talks on air services in the autumn."
)
PAGE = f"""<!DOCTYPE html><html lang="en"><head><title>Two ministers meet - Northern Post</title>
<meta property="og:site_name" content="Northern Post">
<meta property="article:published_time" content="2021-05-07T10:00:00Z"></head>
<body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<article><h1>Two ministers meet</h1><p>{STORY}</p><p>{STORY.replace("Tuesday", "Monday")}</p></article>
<footer>Terms of use</footer><script>alert("The spy met the envoy.")</script></body></html>"""


def taken(data: bytes, name: str = "-", intake: Intake | None = None) -> list[Taken | Rejected]:
    return list((intake or Intake()).documents([name], io.BytesIO(data)))


def documents(path: Path, intake: Intake | None = None) -> list[Document]:
    items = list((intake or Intake()).documents([str(path)], io.BytesIO()))
    assert all(isinstance(item, Taken) for item in items), items
    return [item.document for item in items if isinstance(item, Taken)]


def fault(data: bytes, form: str) -> DragomanError:
    (item,) = taken(data, intake=Intake(form=form))  # type: ignore[arg-type]
    assert isinstance(item, Rejected), item
    return item.error


def pdf(*lines: str) -> bytes:
    """A PDF of one page, made by hand."""
    words = "".join(f"({line}) Tj 0 -14 Td " for line in lines)
    stream = f"BT /F1 12 Tf 50 700 Td {words}ET".encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]  # fmt: skip
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 6\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % p for p in places)
    return bytes(out + b"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % start)


def record(url: str, body: str, answer: str = "200 OK", kind: str = "text/html") -> bytes:
    """One response of an archive."""
    http = f"HTTP/1.1 {answer}\r\nContent-Type: {kind}\r\n\r\n{body}".encode()
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2021-05-08T00:00:00Z\r\n"
        "WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


@pytest.mark.parametrize(
    ("name", "form"),
    [("a.TXT", "text"), ("a.jsonl", "jsonl"), ("a.htm", "html"), ("a.pdf", "pdf"), ("a.csv", "table"),
     ("a.warc.gz", "warc"), ("a.atom", "feed"), ("a", ""), ("a.log", "")],
)  # fmt: skip
def test_names_tell_the_form(name: str, form: str) -> None:
    assert form_by_name(name) == form


@pytest.mark.parametrize(
    ("head", "form"),
    [(b"%PDF-1.7", "pdf"), (b"\xef\xbb\xbf <!DOCTYPE html>", "html"), (b"<!-- x --><HTML lang=en>", "html"),
     (b"<?xml version='1.0'?><rss version='2.0'>", "feed"), (b"<b>Peru</b> met Chile.", "text"),
     (b"Peru met Chile.", "text"), (b"", "text")],
)  # fmt: skip
def test_bytes_tell_the_form(head: bytes, form: str) -> None:
    assert form_by_bytes(head) == form


def test_a_page_gives_its_article_and_what_it_states(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(PAGE, "utf-8")
    (doc,) = documents(path)
    assert STORY in doc.text and "Sport" not in doc.text and "spy" not in doc.text
    assert (doc.publisher, doc.published) == ("Northern Post", "2021-05-07")
    assert doc.title == "Two ministers meet"
    (given,) = documents(path, Intake(metadata=Metadata(publisher="The Archive", published="2021-05")))
    assert (given.publisher, given.published) == ("The Archive", "2021-05")


def test_a_short_page_gives_its_words() -> None:
    (item,) = taken(
        b"<html><body><!-- no --><p>Peru met Chile &amp; Cuba.</p><script>x()</script></body></html>"
    )
    assert isinstance(item, Taken)
    assert item.document.text.strip() == "Peru met Chile & Cuba."


@pytest.mark.parametrize(
    "data",
    [
        b"<html>" + b"<div>" * 50_000 + b"Peru met Chile.",
        b"<html><body>" + b"<!--" * 200_000,
        b"<html><body>" + b"<a " * 400_000,
        b"<html><head><title>Empty</title></head><body><script>1</script></body></html>",
    ],
    ids=["deep", "comments", "tags", "empty"],
)
def test_a_hostile_page_is_done_with_in_time(data: bytes) -> None:
    begun = time.process_time()
    (item,) = taken(data, intake=Intake(form="html"))
    assert isinstance(item, Rejected) or data.endswith(b"<a ")
    assert time.process_time() - begun < 10


def test_a_pdf_gives_the_text_of_its_pages(tmp_path: Path) -> None:
    path = tmp_path / "communique.pdf"
    path.write_bytes(pdf("Peru and Chile signed a fron-", "tier treaty in Lima."))
    (doc,) = documents(path)
    assert doc.text == "Peru and Chile signed a frontier treaty in Lima."


@pytest.mark.parametrize(
    "data",
    [b"%PDF-1.4", b"%PDF-1.7\n" + b"\x00\xff" * 500, pdf("x")[:200], b"%PDF-1.4\nxref\n" + b"9" * 5_000],
)
def test_a_broken_pdf_is_refused(data: bytes) -> None:
    assert isinstance(fault(data, "pdf"), InputError)


def test_a_pdf_without_text_is_refused() -> None:
    assert isinstance(fault(pdf(), "pdf"), EmptyInput)


def test_a_table_gives_a_document_a_row(tmp_path: Path) -> None:
    path = tmp_path / "log.csv"
    path.write_text(
        'id,Start Date,actor,actor_country,Remarks\n'
        '7,2031-05-02,President Lund,NOR,"Met with the King; dined."\n'
        "8,,,,\n9,2031-02-30,,,Talks.\n10,2031-05-09,,,Signed a treaty with Laos.\n", "utf-8",
    )  # fmt: skip
    items = list(Intake().documents([str(path)], io.BytesIO()))
    good = [item.document for item in items if isinstance(item, Taken)]
    assert [(d.id, d.published, d.text) for d in good] == [
        ("log/7", "2031-05-02", "Met with the King; dined."),
        ("log/10", "2031-05-09", "Signed a treaty with Laos."),
    ]  # fmt: skip
    assert good[0].actor is not None and good[0].actor.country == "NOR"
    assert [item.name for item in items if isinstance(item, Rejected)] == [f"{path}:3", f"{path}:4"]


def test_a_template_makes_the_texts_of_a_table() -> None:
    table = b"name;place;state;day\nMr. Lund;Vientiane;Laos;2031-05-02\nMs. Berg;;Peru;in June\n"
    template = "On {day:day} {name} visited [{place}, ]{state}."
    items = taken(table, intake=Intake(form="table", template=template))
    assert [item.document.text for item in items if isinstance(item, Taken)] == [
        "On May 2, 2031 Mr. Lund visited Vientiane, Laos.", "On in June Ms. Berg visited Peru.",
    ]  # fmt: skip
    assert filled("{name} {__class__}", {"name": "{day}"}) == "{day}"


def test_columns_can_be_named() -> None:
    table = b"who,when,what\nMs. Berg,2031-05-02,Met with the President of Peru.\n"
    columns = {"text": "what", "published": "when", "actor": "who", "country": '"NOR"'}
    (item,) = taken(table, intake=Intake(form="table", columns=columns))
    assert isinstance(item, Taken) and item.document.actor is not None
    assert (item.document.published, item.document.actor.country) == ("2031-05-02", "NOR")
    (bad,) = taken(table, intake=Intake(form="table", columns={"text": "prose"}))
    assert isinstance(bad, Rejected) and "'prose'" in str(bad.error)


def test_a_table_without_texts_names_its_columns() -> None:
    error = fault(b"who,whom\nPeru,Chile\n", "table")
    assert isinstance(error, BadLine) and "who, whom" in str(error)
    (item,) = taken(b"who,whom\nPeru,Chile\n", intake=Intake(form="table", template="{who} met {us}."))
    assert isinstance(item, Rejected) and "'us'" in str(item.error)


def test_a_cell_over_the_limit_ends_its_table() -> None:
    (item,) = taken(b"text\n" + b"a" * 1_100_000, intake=Intake(form="table"))
    assert isinstance(item, Rejected) and isinstance(item.error, TooLarge)


def test_a_feed_gives_a_document_an_entry() -> None:
    feed = f"""<?xml version="1.0"?><rss version="2.0"><channel><title>Northern Post</title>
    <item><title>Treaty</title><link>https://post.example/1</link>
    <pubDate>Fri, 07 May 2021 10:00:00 GMT</pubDate>
    <description>&lt;p&gt;{STORY}&lt;/p&gt;</description></item>
    <item><title>Nothing</title></item></channel></rss>"""
    good, empty = taken(feed.encode())
    assert isinstance(good, Taken) and isinstance(empty, Rejected)
    doc = good.document
    assert (doc.text, doc.title, doc.publisher) == (STORY, "Treaty", "Northern Post")
    assert (doc.published, doc.url) == ("2021-05-07", "https://post.example/1")


@pytest.mark.parametrize(
    "data",
    [
        b"<rss><channel></channel></rss>",
        b"not a feed",
        b"<!DOCTYPE r [<!ENTITY a 'x'><!ENTITY b '&a;&a;'>]><rss><channel><title>&b;</title></channel></rss>",
        b"<rss>" + b"<item>" * 20_000,
    ],
    ids=["no entry", "text", "entities", "unclosed"],
)
def test_a_bad_feed_is_refused(data: bytes) -> None:
    items = taken(data, intake=Intake(form="feed"))
    assert items and all(isinstance(item, Rejected) for item in items)


def test_an_archive_gives_its_pages(tmp_path: Path) -> None:
    data = (
        record("https://post.example/1", PAGE) + record("https://post.example/2", "x", "404 Not Found")
        + record("https://post.example/3.json", "{}", kind="application/json")
        + record("https://post.example/4", "<html><body></body></html>")
    )  # fmt: skip
    for name, content in (("a.warc", data), ("a.warc.gz", gzip.compress(data))):
        path = tmp_path / name
        path.write_bytes(content)
        good, empty = list(Intake().documents([str(path)], io.BytesIO()))
        assert isinstance(good, Taken) and isinstance(empty, Rejected)
        assert STORY in good.document.text
        assert (good.document.url, good.document.published) == ("https://post.example/1", "2021-05-07")


@pytest.mark.parametrize("data", [b"", b"no archive at all", b"WARC/1.0\r\nContent-Length: 99999\r\n\r\nx"])
def test_a_bad_archive_is_refused(data: bytes) -> None:
    items = taken(data, intake=Intake(form="warc"))
    assert all(isinstance(item, Rejected) for item in items)


def test_an_address_gives_what_lies_behind_it(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = {
        "https://post.example/1": Fetched(
            "https://post.example/one", "text/html; charset=utf-8", PAGE.encode()
        ),
        "https://post.example/2": Fetched(
            "https://post.example/2", "application/pdf", pdf("Peru met Chile.")
        ),
        "https://post.example/3": Fetched("https://post.example/3", "image/png", b"x"),
        "https://post.example/4": Fetched("https://post.example/4", "text/plain", b"Peru met Cuba."),
    }
    monkeypatch.setattr(address, "fetch", lambda url, limits: answers[url])
    page, paper, picture, text = list(Intake().documents(answers, io.BytesIO()))
    assert isinstance(page, Taken) and STORY in page.document.text
    assert (page.document.url, page.document.publisher) == ("https://post.example/one", "Northern Post")
    assert isinstance(paper, Taken) and paper.document.text == "Peru met Chile."
    assert isinstance(picture, Rejected) and "image/png" in str(picture.error)
    assert isinstance(text, Taken) and text.document.publisher == "post.example"


def test_an_address_within_the_network_is_refused() -> None:
    (item,) = list(Intake().documents(["http://127.0.0.1/x"], io.BytesIO()))
    assert isinstance(item, Rejected) and isinstance(item.error, FetchError)
