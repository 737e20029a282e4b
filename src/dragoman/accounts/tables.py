"""The tables of accounts. Passwords are argon2 hashes; tokens and sessions are kept as SHA-256 alone."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Float, ForeignKey, Integer, MetaData, Table, Text

metadata = MetaData()

users = Table(
    "users", metadata,
    Column("name", Text, primary_key=True), Column("role", Text, nullable=False),
    Column("password", Text, nullable=False), Column("active", Boolean, nullable=False),
    Column("created_at", Text, nullable=False),
)  # fmt: skip
tokens = Table(
    "tokens", metadata,
    Column("hash", Text, primary_key=True),
    Column("user", Text, ForeignKey("users.name", ondelete="CASCADE"), nullable=False),
    Column("note", Text, nullable=False), Column("created_at", Text, nullable=False),
)  # fmt: skip
sessions = Table(
    "sessions", metadata,
    Column("hash", Text, primary_key=True),
    Column("user", Text, ForeignKey("users.name", ondelete="CASCADE"), nullable=False),
    Column("expires", Float, nullable=False),
)  # fmt: skip
audit = Table(
    "audit", metadata,
    Column("number", Integer, primary_key=True, autoincrement=True), Column("at", Text, nullable=False),
    Column("who", Text), Column("address", Text), Column("action", Text, nullable=False),
    Column("target", Text), Column("outcome", Text, nullable=False),
)  # fmt: skip
settings = Table(
    "settings", metadata, Column("name", Text, primary_key=True), Column("value", Text, nullable=False)
)
