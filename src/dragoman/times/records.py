"""One temporal expression of a text and the time that it means."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TimeMention:
    """One temporal expression: where it stands, the time that it means, and how that time was found.

    `text` is always the characters from `start` to `end` of the text read.
    """

    start: int
    end: int
    text: str
    #: EDTF (ISO 8601-2); None where it cannot be known ("recently"; "today" without publication date)
    edtf: str | None
    kind: str  # "date" | "duration" | "set" | "vague"
    #: in words, how the value was found, or why there is none
    basis: str
    #: counted from another date of the text ("the subsequent day", "two days later")
    relative_to_text: bool
    #: for durations and sets: an ISO 8601 duration ("P3D"; "PXY" where the number is not said), or the
    #: day, month or season that recurs ("XXXX-WXX-2")
    value: str | None = None
