"""The tables. Documents, readings and decisions are kept for good; all others are derived from them.

Names are plain so that any tool that opens the file can make sense of it; JSON (as text) holds lists only.
Days are whole numbers as `datetime.date.toordinal` counts them.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
)  # fmt: skip

metadata = MetaData()


def _reference(name: str, target: str, **more: Any) -> Column[str]:
    return Column(name, Text, ForeignKey(target, ondelete="CASCADE"), **more)


documents = Table(
    "documents", metadata,
    Column("id", Text, primary_key=True), Column("title", Text), Column("published", Text),
    Column("publisher", Text), Column("url", Text), Column("language", Text),
    Column("text", Text, nullable=False), Column("actor_name", Text), Column("actor_country", Text),
    Column("added_at", Text, nullable=False),
)  # fmt: skip
readings = Table(
    "readings", metadata,
    _reference("document_id", "documents.id", primary_key=True),
    Column("reader", Text, primary_key=True), Column("read_at", Text, nullable=False),
    Column("record", Text, nullable=False),
)  # fmt: skip
decisions = Table(
    "decisions", metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("id", Text, nullable=False, unique=True), Column("kind", Text, nullable=False),
    Column("target", Text, nullable=False), Column("who", Text, nullable=False),
    Column("why", Text, nullable=False), Column("at", Text, nullable=False),
    Column("data", Text, nullable=False),
)  # fmt: skip
mentions = Table(
    "mentions", metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("id", Text, nullable=False, unique=True),
    _reference("document_id", "documents.id", nullable=False, index=True),
    Column("local_id", Text, nullable=False), Column("event_id", Text, index=True),
    Column("type", Text, nullable=False), Column("mode", Text), Column("status", Text, nullable=False),
    Column("edtf", Text), Column("when_text", Text), Column("when_start", Integer),
    Column("when_end", Integer), Column("when_basis", Text), Column("first_day", Integer),
    Column("last_day", Integer), Column("assumed", Boolean, nullable=False),
    Column("place", Text), Column("place_country", Text), Column("geonames", Integer),
    Column("place_text", Text), Column("place_start", Integer), Column("place_end", Integer),
    Column("trigger_text", Text, nullable=False), Column("trigger_start", Integer, nullable=False),
    Column("trigger_end", Integer, nullable=False), Column("sentence", Text, nullable=False),
    Column("sentence_start", Integer, nullable=False), Column("sentence_end", Integer, nullable=False),
    Column("names", Text, nullable=False), Column("topics", Text), Column("contexts", Text),
    Column("tone", Text), Column("said_by", Text), Column("official", Boolean, nullable=False),
    Column("agreements", Text), Column("rule", Text, nullable=False),
    Column("confidence", Float, nullable=False),
)  # fmt: skip
mention_parties = Table(
    "mention_parties", metadata,
    _reference("mention_id", "mentions.id", primary_key=True),
    Column("position", Integer, primary_key=True), Column("side", Text, nullable=False),
    Column("text", Text), Column("span_start", Integer), Column("span_end", Integer), Column("name", Text),
    Column("country", Text), Column("sector", Text), Column("kind", Text), Column("office", Text),
    Column("holder", Text), Column("inferred", Text), sqlite_with_rowid=False,
)  # fmt: skip
mention_keys = Table(
    "mention_keys", metadata,
    Column("key", Text, primary_key=True), _reference("mention_id", "mentions.id", primary_key=True),
    Column("first_day", Integer), Column("last_day", Integer),
    Index("mention_keys_by_mention", "mention_id"), sqlite_with_rowid=False,
)  # fmt: skip
likenesses = Table(
    "likenesses", metadata,
    _reference("a", "mentions.id", primary_key=True),
    _reference("b", "mentions.id", primary_key=True, index=True),
    Column("score", Float, nullable=False), Column("reasons", Text, nullable=False),
    sqlite_with_rowid=False,
)  # fmt: skip
near_misses = Table(
    "near_misses", metadata,
    _reference("a", "mentions.id", primary_key=True),
    _reference("b", "mentions.id", primary_key=True, index=True),
    Column("field", Text, nullable=False), Column("note", Text, nullable=False), sqlite_with_rowid=False,
)  # fmt: skip
events = Table(
    "events", metadata,
    Column("id", Text, primary_key=True), Column("type", Text, nullable=False), Column("mode", Text),
    Column("status", Text, nullable=False), Column("edtf", Text), Column("first_day", Integer),
    Column("last_day", Integer), Column("assumed", Boolean, nullable=False), Column("place", Text),
    Column("place_country", Text), Column("geonames", Integer), Column("topics", Text),
    Column("contexts", Text), Column("tone", Text), Column("score", Float, nullable=False),
    Column("confidence", Float, nullable=False), Column("sources", Integer, nullable=False),
    Column("verdict", Text),
    Index("events_by_day", "first_day"), Index("events_by_type", "type", "first_day"),
    Index("events_by_kind", "type", "status", "first_day", "last_day", "verdict"),
    Index("events_by_doubt", "verdict", "confidence", "id"),
    Index("events_by_id", "id", "first_day", "verdict"),
    Index("events_by_place", "place"), Index("events_by_place_country", "place_country"),
)  # fmt: skip
event_parties = Table(
    "event_parties", metadata,
    _reference("event_id", "events.id", primary_key=True),
    Column("position", Integer, primary_key=True), Column("side", Text, nullable=False),
    Column("text", Text), Column("span_start", Integer), Column("span_end", Integer), Column("name", Text),
    Column("country", Text), Column("sector", Text), Column("kind", Text), Column("office", Text),
    Column("holder", Text), Column("inferred", Text), sqlite_with_rowid=False,
)  # fmt: skip
event_persons = Table(
    "event_persons", metadata,
    Column("person", Text, primary_key=True), Column("first_day", Integer, primary_key=True),
    _reference("event_id", "events.id", primary_key=True, index=True), sqlite_with_rowid=False,
)  # fmt: skip
event_pairs = Table(
    "event_pairs", metadata,
    Column("pair", Text, primary_key=True), Column("first_day", Integer, primary_key=True),
    _reference("event_id", "events.id", primary_key=True, index=True), sqlite_with_rowid=False,
)  # fmt: skip
mention_links = Table(
    "mention_links", metadata,
    _reference("source", "mentions.id", primary_key=True),
    _reference("target", "mentions.id", primary_key=True, index=True),
    Column("kind", Text, primary_key=True), sqlite_with_rowid=False,
)  # fmt: skip
disagreements = Table(
    "disagreements", metadata,
    _reference("event_id", "events.id", primary_key=True), Column("field", Text, primary_key=True),
    Column("mention_values", Text, nullable=False), Column("note", Text, nullable=False),
)  # fmt: skip
agreement_mentions = Table(
    "agreement_mentions", metadata,
    Column("id", Text, primary_key=True),
    _reference("document_id", "documents.id", nullable=False, index=True),
    Column("title", Text, nullable=False),
    Column("span_start", Integer, nullable=False), Column("span_end", Integer, nullable=False),
    Column("parties", Text), Column("edtf", Text), Column("scope", Text), Column("standing", Text),
    Column("mention_id", Text), Column("published", Text),
)  # fmt: skip
outlook = Table(
    "outlook", metadata,
    Column("id", Text, primary_key=True),
    _reference("document_id", "documents.id", nullable=False, index=True),
    Column("kind", Text, nullable=False), Column("text", Text, nullable=False),
    Column("span_start", Integer, nullable=False), Column("span_end", Integer, nullable=False),
    Column("said_by", Text), Column("topics", Text), Column("made", Text), Column("horizon", Text),
    Column("first_day", Integer), Column("last_day", Integer), Column("type", Text),
    Column("countries", Text), Column("mention_id", Text),
)  # fmt: skip
unknowns = Table(
    "unknowns", metadata,
    _reference("document_id", "documents.id", primary_key=True),
    Column("span_start", Integer, primary_key=True), Column("span_end", Integer, primary_key=True),
    Column("text", Text, nullable=False),
)  # fmt: skip
signatures = Table(
    "signatures", metadata,
    _reference("document_id", "documents.id", primary_key=True), Column("words", Text, nullable=False),
    Column("copy_group", Text, nullable=False, index=True),
)  # fmt: skip
signature_bands = Table(
    "signature_bands", metadata,
    Column("band", Text, primary_key=True),
    _reference("document_id", "documents.id", primary_key=True, index=True),
    sqlite_with_rowid=False,
)  # fmt: skip

#: everything that `rebuild` empties, children before parents
DERIVED = (
    signature_bands, signatures, unknowns, outlook, agreement_mentions, disagreements, event_pairs,
    event_persons, event_parties, events, near_misses, likenesses, mention_links, mention_keys,
    mention_parties, mentions,
)  # fmt: skip
