"""Verbs written with a hyphen, which a tokenizer would cut: "test-fired" is one word, of "test-fire".

A parser that sees "test", "-" and "fired" takes the missiles for the sentence's head.
"""

from __future__ import annotations

from functools import lru_cache

_VERBS = (
    "air-drop", "back-pedal", "bad-mouth", "baton-charge", "bear-hug", "black-list", "booby-trap",
    "button-hole", "carpet-bomb", "charge-sheet", "co-chair", "co-develop", "co-finance", "co-fund",
    "co-host", "co-produce", "co-sign", "co-sponsor", "cold-shoulder", "counter-attack", "court-martial",
    "cross-examine", "cross-question", "de-escalate", "de-fund", "de-list", "de-proscribe",
    "de-recognise", "de-recognize", "de-register", "depth-charge", "dive-bomb", "fast-track",
    "fire-bomb", "flight-test", "flip-flop", "forward-deploy", "gang-rape", "green-light",
    "hand-deliver", "horse-whip", "ill-treat", "machine-gun", "off-load", "paint-bomb", "pepper-spray",
    "petrol-bomb", "pistol-whip", "pre-position", "press-gang", "rubber-stamp", "self-immolate",
    "short-list", "soft-pedal", "stiff-arm", "strip-search", "strong-arm", "tear-gas", "test-fire",
    "test-launch", "video-call", "wire-tap",
)  # fmt: skip
#: those that double their last letter before an ending
_DOUBLING = frozenset({
    "air-drop", "bear-hug", "booby-trap", "court-martial", "flip-flop", "horse-whip", "machine-gun",
    "pistol-whip", "soft-pedal", "back-pedal", "tear-gas", "wire-tap",
})  # fmt: skip
_HISSING = ("s", "x", "z", "ch", "sh")


@lru_cache(maxsize=1)
def lemmas() -> dict[str, str]:
    """All forms of these verbs but the bare one, each with its verb: "tear-gassed" to "tear-gas"."""
    found: dict[str, str] = {}
    for verb in _VERBS:
        silent = verb.endswith("e")
        stem = verb[:-1] if silent else verb
        stems = {stem, stem + stem[-1]} if verb in _DOUBLING else {stem}
        forms = [s + ending for s in stems for ending in ("ed", "ing")]
        forms.append(verb + ("es" if verb.endswith(_HISSING) else "s"))
        found.update(dict.fromkeys(forms, verb))
    return found


def is_form(word: str) -> bool:
    """Whether a word is a form in -ed or -ing of such a verb, in any case."""
    return word.lower().endswith(("ed", "ing")) and word.lower() in lemmas()
