"""Words that stand before names as titles."""

from __future__ import annotations

TITLES = frozenset({
    "president", "minister", "chancellor", "secretary", "king", "queen", "premier", "general", "emir",
    "commissioner", "ambassador", "prince", "princess", "sultan", "pope", "senator", "governor", "chairman",
    "speaker",
})  # fmt: skip
