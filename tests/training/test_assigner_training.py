"""The training of the assigner, on a passage of its own."""

from __future__ import annotations

from typing import Any

from dragoman.coding.assigner_features import ACTOR, NONE, RECIPIENT
from training.assigner import crossvalidate, fit, found_events, instances

PASSAGE = {
    "id": "t-1",
    "text": "Kenya accused Uganda of arming rebels in Rwanda.",
    "events": [
        {"trigger": "accused", "type": "ACCUSE", "mode": "allege", "status": "occurred", "by": None,
         "when": None, "where": None, "actors": [{"text": "Kenya", "country": "KEN", "sector": "GOV"}],
         "recipients": [{"text": "Uganda", "country": "UGA", "sector": "GOV"}]}
    ],
}  # fmt: skip


def test_labels_name_the_roles_of_all_who_are_named(reader: Any) -> None:
    (event,) = found_events(reader, PASSAGE)
    labels = {i.label for i in instances(event)}
    assert {ACTOR, RECIPIENT} <= labels <= {ACTOR, RECIPIENT, NONE}
    assert event.right()


def test_the_same_events_give_the_same_file(reader: Any) -> None:
    events = list(found_events(reader, PASSAGE))
    assert fit(events).to_bytes() == fit(events).to_bytes()


def test_crossvalidation_counts_before_and_after(reader: Any) -> None:
    rows = [{**PASSAGE, "id": f"t-{n}"} for n in range(12)]
    events = [event for row in rows for event in found_events(reader, row)]
    assert crossvalidate(events) == (12, 12)
