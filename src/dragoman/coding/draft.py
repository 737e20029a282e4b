"""An event while it is being coded. Drafts live within one call of the reader, which ends in the record."""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.coding.party import Party
from dragoman.coding.triggers import Trigger
from dragoman.language import Sentence, Token
from dragoman.model import Evidence, Said, When, Where


@dataclass(slots=True, eq=False)
class Draft:
    """One event mention in the making, filled by one component after the other."""

    trigger: Trigger
    type: str
    mode: str | None
    actors: list[Party]
    recipients: list[Party]
    rule: str
    confidence: float
    status: str = "occurred"
    when: When | None = None
    where: Where | None = None
    evidence: list[Evidence] = field(default_factory=list)
    topics: list[str] = field(default_factory=list)
    tone: list[str] = field(default_factory=list)
    contexts: list[str] = field(default_factory=list)
    attribution: list[Said] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    #: other words of the text that tell the same event: first and last token
    mentions: list[tuple[Token, Token]] = field(default_factory=list)
    id: str = ""
    #: whether it is an event only if the text has told the other side before
    open: bool = False
    #: whether the other side is that of an act told before, which it answers
    answers: bool = False

    @property
    def entry(self) -> str:
        """The lexicon entry that proposed it; `rule` also names what the ranker made of it."""
        return self.trigger.entry.id

    @property
    def token(self) -> Token:
        """The head word of the trigger."""
        return self.trigger.token

    @property
    def sentence(self) -> Sentence:
        """The sentence that tells the event."""
        return self.trigger.token.sent

    @property
    def parties(self) -> list[Party]:
        """Actors and recipients together."""
        return self.actors + self.recipients

    @property
    def countries(self) -> frozenset[str]:
        """The states of all parties (a body of several states by its name)."""
        return frozenset(p.country or (p.name or "").casefold() for p in self.parties if p.country or p.name)
