"""Indexes for counting events by type and standing, and for the queue of those that nobody has judged."""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the indexes."""
    op.create_index("events_by_kind", "events", ["type", "status", "first_day", "last_day", "verdict"])
    op.create_index("events_by_doubt", "events", ["verdict", "confidence", "id"])
