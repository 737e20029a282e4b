"""The words for days and months, as they stand in a text."""

from __future__ import annotations

MONTHS = frozenset({
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
})  # fmt: skip
WEEKDAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
#: months as chronologies and papers shorten them
SHORT_MONTHS = frozenset({"jan.", "feb.", "mar.", "apr.", "aug.", "sept.", "sep.", "oct.", "nov.", "dec."})
DATES = MONTHS | SHORT_MONTHS | WEEKDAYS
