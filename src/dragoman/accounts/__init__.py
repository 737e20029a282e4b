"""Who may read and write over HTTP: users, tokens, sessions, and the audit log.

They are kept in a file (or database) of their own, beside the store: a store can be handed on without the
passwords of its readers.
"""

from dragoman.accounts.book import ROLES, Accounts, AuditEntry, Role, User, accounts_beside

__all__ = ["ROLES", "Accounts", "AuditEntry", "Role", "User", "accounts_beside"]
