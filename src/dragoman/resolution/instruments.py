"""Mentions of agreements put together: one record an instrument, with the steps of its life."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations
from typing import Any

from dragoman.model.chronicle import AgreementRecord, Stage
from dragoman.model.edtf import compatible
from dragoman.resolution.titles import title_relation
from dragoman.resolution.wordlists import plain, title_words

ORDER = ("negotiated", "signed", "ratified", "in force", "ended")
ANY, NOBODY = "*", "-"
Group = list[Mapping[str, Any]]


def agreement_records(rows: Sequence[Mapping[str, Any]]) -> list[AgreementRecord]:
    """The instruments behind some mentions (rows of `agreement_mentions` with their events)."""
    groups: list[Group] = []
    blocks = _Blocks()
    for row in sorted(rows, key=lambda r: (-len(title_words(r["title"])), r["published"] or "9999", r["id"])):
        keys = {*(title_words(row["title"]) or {f"={plain(row['title'])}"})}
        if row["event_id"]:
            keys.add(f"@{row['event_id']}")
        home = next((g for g in blocks.near(keys, row) if all(_one(row, other) for other in g)), None)
        if home is None:
            home = []
            groups.append(home)
        home.append(row)
        blocks.put(keys, row, home)
    return sorted(map(_record, groups), key=lambda a: (a.edtf or "9999", a.id))


class _Blocks:
    """Groups by a key of one of their mentions and by its parties.

    Of the parties of two mentions of one instrument one side holds the other, so that two mentions with two
    parties and more share a pair of them.
    """

    def __init__(self) -> None:
        self._held: dict[tuple[str, str], dict[int, tuple[int, Group]]] = {}
        self._number = 0

    def put(self, keys: set[str], row: Mapping[str, Any], group: Group) -> None:
        """Let a group be found by the keys and parties of a mention of it."""
        parties = _parties(row)
        for key in keys:
            self._number += 1
            for name in (ANY, *_kept_under(parties)):
                self._held.setdefault((key, name), {}).setdefault(id(group), (self._number, group))

    def near(self, keys: set[str], row: Mapping[str, Any]) -> Iterator[Group]:
        """The groups that a mention may belong to, key by key, the oldest first."""
        parties = _parties(row)
        seen: set[int] = set()
        for key in sorted(keys):
            found: dict[int, tuple[int, Group]] = {}
            for name in _looked_under(parties):
                for place, item in self._held.get((key, name), {}).items():
                    known = found.get(place)
                    found[place] = item if known is None or item[0] < known[0] else known
            for place, (_, group) in sorted(found.items(), key=lambda item: item[1][0]):
                if place not in seen:
                    seen.add(place)
                    yield group


def _pairs(parties: frozenset[str]) -> list[str]:
    return ["|".join(pair) for pair in combinations(sorted(parties), 2)]


def _kept_under(parties: frozenset[str]) -> list[str]:
    if len(parties) < 2:
        return [f"1 {name}" for name in parties] or [NOBODY]
    return [*_pairs(parties), *(f"+ {name}" for name in parties)]


def _looked_under(parties: frozenset[str]) -> list[str]:
    if not parties:
        return [ANY]
    alone = [f"1 {name}" for name in parties]
    more = _pairs(parties) if len(parties) > 1 else [f"+ {name}" for name in parties]
    return [NOBODY, *alone, *more]


def _parties(row: Mapping[str, Any]) -> frozenset[str]:
    return _named(row["parties"])


@lru_cache(maxsize=16_384)
def _named(text: str | None) -> frozenset[str]:
    import json

    return frozenset(json.loads(text)) if text else frozenset()


def _one(a: Mapping[str, Any], b: Mapping[str, Any]) -> bool:
    """Whether two mentions may be of one instrument."""
    one, two = _parties(a), _parties(b)
    if one and two and not (one <= two or two <= one):
        return False
    event = a["event_id"] is not None and a["event_id"] == b["event_id"]
    relation = title_relation(a["title"], b["title"])
    if relation < 0:
        return False
    generic = not title_words(a["title"]) or not title_words(b["title"])
    if generic:  # "the accord" is the one that another document names, if both were signed at one event
        return event and (relation > 0 or a["document_id"] != b["document_id"])
    return event or bool(one & two) or plain(a["title"]) == plain(b["title"])


def _record(group: Sequence[Mapping[str, Any]]) -> AgreementRecord:
    import json

    told = sorted(group, key=lambda r: (r["published"] or "9999", r["id"]))
    titles = sorted({r["title"] for r in told}, key=lambda x: (-len(title_words(x)), -len(x), x))
    parties = sorted({p for r in told for p in _parties(r)})
    scope = tuple(dict.fromkeys(s for r in told if r["scope"] for s in json.loads(r["scope"])))
    life = _life(told)
    reached = [s for s in life if s.standing in ORDER]
    signed = next((s.edtf for s in reached if s.standing == "signed" and s.edtf), None)
    return AgreementRecord(
        id=told[0]["id"], title=titles[0], titles=tuple(titles), parties=tuple(parties),
        standing=max(reached, key=lambda s: ORDER.index(s.standing)).standing if reached else None,
        edtf=signed or next((r["edtf"] for r in told if r["edtf"]), None), scope=scope, life=life,
    )  # fmt: skip


def _life(told: Sequence[Mapping[str, Any]]) -> tuple[Stage, ...]:
    made: list[Stage] = []
    for row in told:
        if not row["standing"] or row["told_status"] in ("planned", "anticipated", "possible", "denied"):
            continue
        edtf = row["edtf"] or row["told_edtf"]
        stage = Stage(row["standing"], edtf, row["document_id"], row["event_id"], row["title"],
                      (row["span_start"], row["span_end"]))  # fmt: skip
        known = [s for s in made if s.standing == stage.standing]
        if not any(s.event == stage.event or compatible(s.edtf, edtf) for s in known):
            made.append(stage)
    return tuple(sorted(made, key=lambda s: (s.edtf or "9999", ORDER.index(s.standing))))
