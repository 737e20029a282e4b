"""Words that stand before names as titles."""

from __future__ import annotations

#: those who serve whom "to" names after them
ADVISERS = frozenset({"advisor", "adviser", "assistant", "aide", "counsellor", "counselor", "staff"})
TITLES = frozenset({
    "president", "minister", "chancellor", "secretary", "king", "queen", "premier", "general", "emir",
    "commissioner", "ambassador", "prince", "princess", "sultan", "pope", "senator", "governor", "chairman",
    "speaker",
})  # fmt: skip
#: titles whose point ends no sentence, as the tokenizer is to keep them
ABBREVIATED = (
    "Col.", "Lt.", "Maj.", "Capt.", "Sgt.", "Cpl.", "Pvt.", "Brig.", "Lieut.", "Cmdr.", "Cdr.", "Comdr.",
    "Maj.-Gen.", "Lt.-Gen.", "Lt.-Col.", "Brig.-Gen.", "Hon.", "Pres.", "Amb.", "Insp.", "Supt.", "Engr.",
    "Mme.", "Mlle.", "Fr.", "Atty.",
)  # fmt: skip
