"""The loader: what it gives, how users' files lie on top, and that every mistake is named with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.coding.triggers import candidates
from dragoman.errors import LexiconError
from dragoman.language.parser import Parser
from dragoman.lexicon import Lexicon
from dragoman.lexicon.entry import PREPOSITIONS
from dragoman.lexicon.loader import read_entries, to_data
from dragoman.lexicon.nodes import parse, plain
from dragoman.model.ontology import TYPES

GOOD = """
family: mine
entries:
  - id: mine.embrace
    type: SUPPORT
    verb: [embrace, hug on]
    recipient: [object, on]
    matches: ["Malta embraced the accord of Gozo."]
    rejects: ["The ivy embraced the wall."]
"""


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return Lexicon.load()


def write(tmp_path: Path, text: str, name: str = "mine.yaml") -> Path:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def test_every_type_has_entries(lexicon: Lexicon) -> None:
    for name in TYPES:
        assert sum(e.type == name for e in lexicon.entries) >= 8, name


def test_the_lexicon_is_generous(lexicon: Lexicon) -> None:
    items = {i for e in lexicon.entries for i in (*e.verb, *e.noun, *e.adjective)}
    assert len(items) >= 700


def test_ids_start_with_their_file(lexicon: Lexicon) -> None:
    for entry in lexicon.entries:
        stem = "block" if entry.file == "blocks.yaml" else entry.file.removesuffix(".yaml")
        assert entry.id.startswith(f"{stem}."), entry.id


def test_words_are_keyed_by_first_or_last_word(lexicon: Lexicon) -> None:
    assert any(e.id == "request.call-on" for e in lexicon.by_verb["call"])
    assert any(e.id == "coerce.martial-law" for e in lexicon.by_noun["emergency"])
    assert all(e.id != "coerce.martial-law" for e in lexicon.by_noun.get("state", ()))


def test_a_plural_that_stands_alone_is_not_hidden_by_its_singular(lexicon: Lexicon) -> None:
    assert "talks" in lexicon.by_noun
    talks = next(t for t in Parser().parse("Talks were held.").tokens if t.lower == "talks")
    known = {e.id for e in candidates(talks, lexicon)}
    assert known >= {e.id for e in (*lexicon.by_noun["talk"], *lexicon.by_noun["talks"])}


def test_hyphenated_words_are_known_as_the_parser_cuts_them(lexicon: Lexicon) -> None:
    assert any(e.id == "retreat.ceasefire-noun" for e in lexicon.by_noun["fire"])
    entry = lexicon.entry("retreat.ceasefire")
    assert entry is not None
    assert {"cease-fire", "cease fire"} <= entry.object
    assert {"tear-gas", "tear - gas"} <= lexicon.modes["ASSAULT"]["crowd-control"]


def test_the_word_lists_are_there(lexicon: Lexicon) -> None:
    assert "telephone" in lexicon.modes["CONSULT"]["phone"]
    assert "on" in lexicon.topics["prepositions"]
    assert "candid" in lexicon.tone["adjective"]
    assert "undergo" in lexicon.support_verbs["recipient"]
    assert lexicon.status_words("govern")["plan"] == "planned"


def test_no_word_has_two_statuses_in_one_group(lexicon: Lexicon) -> None:
    for group, table in lexicon.status.items():
        words = [w for held in table.values() for w in held]
        assert len(words) == len(set(words)), (group, sorted(w for w in words if words.count(w) > 1))


def test_every_mode_has_cues_or_entries(lexicon: Lexicon) -> None:
    for name, info in TYPES.items():
        for mode in info.modes:
            held = any(e.type == name and e.mode == mode for e in lexicon.entries)
            assert held or lexicon.modes.get(name, {}).get(mode), (name, mode)


def test_the_version_follows_the_content(lexicon: Lexicon, tmp_path: Path) -> None:
    assert Lexicon.load().version == lexicon.version
    assert Lexicon.load([write(tmp_path, GOOD)]).version != lexicon.version


def test_on_and_no_stay_words() -> None:
    block = parse("a: [on, off, yes, no, y, null, ~, 1.5]\nno: on\n", "x.yaml")
    assert plain(block) == {"a": ["on", "off", "yes", "no", "y", None, None, "1.5"], "no": "on"}


def test_a_users_file_adds(tmp_path: Path) -> None:
    lexicon = Lexicon.load([write(tmp_path, GOOD)])
    entry = lexicon.entry("mine.embrace")
    assert entry is not None
    assert entry.recipient == ("object", "on")
    assert entry.file == "mine.yaml"
    assert entry.line == 4
    assert entry in lexicon.by_verb["embrace"]
    assert entry in lexicon.by_verb["hug"]


def test_a_users_file_replaces_and_removes(tmp_path: Path) -> None:
    text = GOOD.replace("mine.embrace", "support.praise") + "remove: [consult.meet]\n"
    lexicon = Lexicon.load([write(tmp_path, text)])
    replaced = lexicon.entry("support.praise")
    assert replaced is not None
    assert replaced.verb == ("embrace", "hug on")
    assert lexicon.entry("consult.meet") is None
    assert all(e.id != "consult.meet" for held in lexicon.by_verb.values() for e in held)


def test_removing_what_is_not_there_is_a_mistake(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=r"mine\.yaml.*'no\.such'"):
        Lexicon.load([write(tmp_path, "remove: [no.such]\n")])


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=r"none\.yaml: cannot be read"):
        Lexicon.load([tmp_path / "none.yaml"])


def test_bytes_that_are_no_text_are_named(tmp_path: Path) -> None:
    path = tmp_path / "odd.yaml"
    path.write_bytes(b"family: \xff\xfe")
    with pytest.raises(LexiconError, match=r"odd\.yaml: cannot be read: is not UTF-8"):
        Lexicon.load([path])


def put(line: str) -> tuple[str, str]:
    """The change that puts a line (the seventh of the file) before `recipient`."""
    return "    recipient", f"    {line}\n    recipient"


#: what is changed in GOOD, and what the error then tells
MISTAKES = {
    "unknown key": (("recipient:", "recipent:"), "line 7, recipent: is no key"),
    "unknown key of the file": (("family:", "famly:"), "line 2, famly: is no key"),
    "unknown type": (("SUPPORT", "SUPORT"), "line 5, type: 'SUPORT' is no event type"),
    "unknown mode": (("SUPPORT", "SUPPORT\n    mode: visit"), "line 6, mode: 'visit' is no mode of SUPPORT"),
    "mode without type": (("SUPPORT", "null\n    mode: visit"), "line 6, mode: 'visit' is no mode"),
    "unknown slot": (("[object, on]", "[object, onward]"), "line 7, recipient: 'onward' is no slot"),
    "unknown slot of two": (("[object, on]", "[object+it]"), "line 7, recipient: 'it' is no slot"),
    "verb and noun": (put("noun: [hug]"), "line 4, mine.embrace: has verb and noun"),
    "no word": (("    verb: [embrace, hug on]\n", ""), "line 4, mine.embrace: has none of verb"),
    "no matches": (('matches: ["Malta embraced the accord of Gozo."]', "weight: 1"), "line 4.*'matches'"),
    "no rejects": (('rejects: ["The ivy embraced the wall."]', "weight: 1"), "line 4.*'rejects'"),
    "no id": (("id: mine.embrace\n    type", "type"), "line 4, id: is missing"),
    "one key twice": (put("verb: [x]"), "line 7, verb: stands twice"),
    "a word twice": (("hug on", "embrace"), "line 6, verb: names 'embrace' twice"),
    "upper case": (("[embrace,", "[Embrace,"), "line 6, verb: 'Embrace' must be lower case"),
    "weight": (put("weight: high"), "line 7, weight: must be a number"),
    "sector": (put("actor_is: [GOVV]"), "line 7, actor_is: 'GOVV' is no sector"),
    "flag": (put("negated: perhaps"), "line 7, negated: must be true or false"),
    "clause": (put("clause: if"), "line 7, clause: must be one of"),
    "status": (put("status: done"), "line 7, status: 'done' is no status"),
    "role": (put("needs: [agent]"), "line 7, needs: 'agent' is no role"),
    "needs what no slot brings": (("recipient: [object, on]", "needs: [recipient]"), "line 7, needs: a rec"),
    "preposition": (put("with_prep: {wiht: [x]}"), "line 7, with_prep: 'wiht'"),
    "with_prep no mapping": (put("with_prep: [on]"), "line 7, with_prep"),
    "a mapping for a word": (("[embrace, hug on]", "{a: b}"), "line 6, verb: must be a word or a list"),
    "entries no list": ((GOOD, "entries: {a: b}\n"), "line 1, entries: must be a list"),
    "an entry no mapping": ((GOOD, "entries: [meet]\n"), "line 1, entries: holds something"),
    "no mapping at all": ((GOOD, "- a\n- b\n"), "line 1, the file: must be a mapping"),
    "broken YAML": ((GOOD, "entries:\n  - id: [a\n  b\n"), r"mine\.yaml, line \d, YAML"),
    "a key that is a list": ((GOOD, "[a]: b\n"), "line 1, key: must be a word"),
    "one id twice": ((GOOD, GOOD + GOOD[GOOD.index("  - id") :]), "line 10, id: .* stands already in line 4"),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_named_with_file_line_and_key(name: str, tmp_path: Path) -> None:
    (old, new), told = MISTAKES[name]
    assert old in GOOD
    with pytest.raises(LexiconError, match=told) as caught:
        read_entries(write(tmp_path, GOOD.replace(old, new)))
    assert "mine.yaml" in caught.value.message
    assert caught.value.code == "D300"


def test_an_entry_as_data_leaves_out_its_defaults(tmp_path: Path) -> None:
    entry = read_entries(write(tmp_path, GOOD))[0][0]
    data = to_data(entry)
    assert data["verb"] == ["embrace", "hug on"]
    assert "noun" not in data
    assert "mode" not in data


def test_slots_cover_common_prepositions() -> None:
    assert {"on", "with", "against", "to", "of", "by", "between"} <= PREPOSITIONS
