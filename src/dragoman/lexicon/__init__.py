"""Which words mean which event: entries with frames and roles, and the word lists that coding reads."""

from dragoman.lexicon.entry import Entry
from dragoman.lexicon.loader import Lexicon

__all__ = ["Entry", "Lexicon"]
