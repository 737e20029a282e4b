"""The word lists of the resolver: roles, groups, bodies, modifiers, things, peoples.

The lists are YAML files in `words/`; each entry is a noun or a short phrase in lower case with the PLOVER
sector that it gives. Loading takes about ten milliseconds and happens once for each `Resolver`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from dragoman.wordfiles import read_words


@dataclass(frozen=True, slots=True)
class Noun:
    """What a head noun says: its sector, and whether a word before it may give another one."""

    sector: str
    light: bool = False


@dataclass(frozen=True)
class Words:
    """All word lists, ready for look-up in lower case."""

    roles: dict[str, Noun]
    groups: dict[str, Noun]
    bodies: dict[str, str]
    modifiers: dict[str, str]
    peoples: dict[str, str | None]
    typical: dict[str, str]
    sole: frozenset[str]
    lacking: dict[str, frozenset[str]]
    fixed: dict[str, str]
    honorifics: dict[str, str | None]
    office_sectors: dict[str, str]
    plain_roles: frozenset[str]
    adjectival: frozenset[str]
    titular: frozenset[str]
    surnames: frozenset[str]
    sent: frozenset[str]
    led: frozenset[str]
    national: frozenset[str]
    home: frozenset[str]
    flexible: frozenset[str]
    relations: frozenset[str]
    parties: dict[str, str]
    things: frozenset[str]
    thing_suffixes: tuple[str, ...]
    armed: frozenset[str]
    stateless: frozenset[str]
    determiners: frozenset[str]
    quantities: frozenset[str]
    former: frozenset[str]
    plain: frozenset[str]
    not_owner: frozenset[str]
    negative: frozenset[str]
    prepositions: frozenset[str]
    particles: frozenset[str]
    pronouns: frozenset[str]
    portfolio: frozenset[str]
    pairs: frozenset[str]
    paired: frozenset[str]
    generic: frozenset[str]
    styles: frozenset[str]
    sides: frozenset[str]
    office_words: frozenset[str]
    regions: frozenset[str]
    describing: frozenset[str]
    agents: tuple[str, ...]

    @classmethod
    def load(cls) -> Words:
        """Reads the lists that ship with the package."""
        roles, groups, bodies = _table("roles"), _table("groups"), _table("bodies")
        modifiers, things, peoples = _table("modifiers"), _table("things"), _table("peoples")
        sets = {
            key: frozenset(str(w) for w in modifiers[key])
            for key in (
                "determiners", "quantities", "former", "plain", "not_owner", "prepositions", "particles",
                "pronouns", "portfolio", "pairs", "paired", "generic", "styles", "sides", "office_words",
                "regions", "describing",
            )
        }  # fmt: skip
        fixed_sectors = roles["fixed_sectors"]
        return cls(
            roles=_nouns(roles),
            groups=_nouns(groups),
            bodies={w: s for s, ws in bodies.items() if s.isupper() for w in ws},
            modifiers={w: s for s, ws in groups["modifiers"].items() for w in ws},
            peoples=peoples["peoples"],
            typical=roles["typical"],
            sole=frozenset(roles["sole"]),
            lacking={state: frozenset(offices) for state, offices in roles["lacking"].items()},
            fixed={w: fixed_sectors.get(w, "GOV") for w in roles["fixed"]},
            honorifics={w: roles["honorific_sectors"].get(w) for w in roles["honorifics"]},
            office_sectors=roles["office_sectors"],
            plain_roles=frozenset(roles["plain"]),
            adjectival=frozenset(roles["adjectival"]),
            titular=frozenset(roles["titular"]),
            surnames=frozenset(roles["surnames"]),
            sent=frozenset(roles["sent"]),
            led=frozenset(bodies["led"]),
            national=frozenset(bodies["national"]),
            home=frozenset(bodies["home"]),
            flexible=frozenset(bodies["flexible"]),
            relations=frozenset(groups["relations"]),
            parties=groups["parties"],
            things=frozenset(things["nouns"]),
            agents=tuple(groups["agents"]),
            thing_suffixes=tuple(things["suffixes"]),
            armed=frozenset(groups["armed"]),
            stateless=frozenset(peoples["stateless"]),
            negative=frozenset(modifiers["negative_prefix"]),
            **sets,
        )

    @cached_property
    def _of_parties(self) -> frozenset[str]:
        """The single words of all phrases that name or qualify a party."""
        lists = (
            self.roles, self.groups, self.bodies, self.fixed, self.peoples, self.modifiers, self.parties,
            self.honorifics, self.quantities, self.pairs, self.paired, self.sides, self.regions,
        )  # fmt: skip
        linking = self.prepositions | self.determiners | {"and", "&"}
        return frozenset(word for phrases in lists for phrase in phrases for word in phrase.split()) - linking

    def telling(self, word: str) -> bool:
        """Whether a word in lower case, or a part of a compound one, is of the phrases that name a party."""
        known = self._of_parties
        if word in known or (word[-1] in "sn" and any(single in known for single in singulars(word))):
            return True
        return "-" in word and any(map(self.telling, filter(None, word.split("-"))))


def _table(name: str) -> dict[str, Any]:
    return read_words("dragoman.knowledge", f"words/{name}.yaml")


def _nouns(table: dict[str, Any]) -> dict[str, Noun]:
    found: dict[str, Noun] = {}
    for light in (False, True):
        for sector, words in table["light" if light else "firm"].items():
            for word in words:
                found.setdefault(str(word), Noun("MIL" if sector == "MILP" else sector, light))
    return found


def singulars(word: str) -> tuple[str, ...]:
    """The words of which this may be the plural ("ministers", "bodies", "spokesmen")."""
    if word.endswith("men"):
        return (word[:-3] + "man",)
    if not word.endswith("s") or word.endswith("ss"):
        return ()
    if word.endswith("ies"):
        return (word[:-3] + "y", word[:-1])
    if word.endswith("es"):
        return (word[:-1], word[:-2])
    return (word[:-1],)
