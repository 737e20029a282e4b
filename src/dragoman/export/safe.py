"""Text of others on a screen: shown, never obeyed.

A terminal obeys escape sequences, and every screen obeys the marks that turn the direction of writing; a
text that holds them could hide or forge part of a record. Both are shown as visible marks instead.
"""

from __future__ import annotations

import re

_BIDI = {
    "\u202a": "LRE", "\u202b": "RLE", "\u202c": "PDF", "\u202d": "LRO", "\u202e": "RLO",
    "\u2066": "LRI", "\u2067": "RLI", "\u2068": "FSI", "\u2069": "PDI",
}  # fmt: skip
_ODD = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069]")


def mark(char: str) -> str:
    """What stands for a character that is not to be obeyed: `⟨RLO⟩`, `␛`, `⟨U+0085⟩`."""
    if char in _BIDI:
        return f"⟨{_BIDI[char]}⟩"
    code = ord(char)
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "␡"
    return f"⟨U+{code:04X}⟩"


def shown(text: str) -> str:
    """The text with control characters and turns of direction as marks; tabs and line ends stay."""
    return _ODD.sub(lambda match: mark(match.group()), text)


def line(text: str) -> str:
    """The text on one line: white space folded, everything odd shown."""
    return shown(" ".join(text.split()))
