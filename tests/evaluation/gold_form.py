"""What a labelled passage must be, whoever made it."""

from __future__ import annotations

from dragoman.model.ontology import SECTORS, STATUSES, TYPES
from evaluation.common import Json


def assert_gold_form(row: Json) -> None:
    """Triggers quote the text, every event has an actor, and all names are the ontology's."""
    for event in row["events"]:
        assert event["trigger"] in row["text"]
        assert event["type"] in TYPES
        assert event["status"] in STATUSES
        assert event["mode"] is None or event["mode"] in TYPES[event["type"]].modes
        assert event["actors"]
        assert all(party["sector"] in SECTORS for party in event["actors"] + event["recipients"])
