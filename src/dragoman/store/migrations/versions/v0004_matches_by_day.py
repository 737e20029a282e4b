"""An index that puts the matches of a full-text question in order without reading the events themselves."""

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the index."""
    op.create_index("events_by_id", "events", ["id", "first_day", "verdict"])
