"""Cross-validated readings of PLV: each sentence read with models that saw neither it nor its like.

The package's ranker and caster learned from PLV, so its own readings of PLV say nothing. Here the sentences
are cut in folds by the hash of their text (rows of one sentence stay together); a fold is read with a ranker
and a caster trained on the other folds and on the project's own sentences, as their trainers do; the full
labels of its sentences are left out too. The
readings are kept in `.cache/readings` by the content of package and training.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence

from evaluation.common import CHECKOUT, Json
from evaluation.readings import CACHE, fingerprint

FOLDS = 5


def fold_of(text: str) -> int:
    """The fold of a sentence, fixed by its text."""
    return int(hashlib.sha256(text.encode("utf-8")).hexdigest()[:8], 16) % FOLDS


def crossvalidated(rows: Sequence[Json]) -> dict[str, Json]:
    """The readings of rows of PLV by their ids, none by a model that saw the text."""
    kept = CACHE / fingerprint() / f"plv-{_mark(rows)}.json"
    if kept.is_file():
        found: dict[str, Json] = json.loads(kept.read_text(encoding="utf-8"))
        return found
    made = _read(rows)
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.write_text(json.dumps(made), encoding="utf-8")
    return made


def _read(rows: Sequence[Json]) -> dict[str, Json]:
    from dragoman.coding.assigner import Assigner
    from dragoman.reader import Reader
    from training import caster, ranker
    from training.sources import bag_of, real_passages

    reader, settings = Reader(ranker=False).with_assigner(Assigner.load()), ranker.Settings()
    known = ranker.known_instances(reader)
    bags = [bag_of(reader, row) for row in rows]
    marked = [caster.marked_of(reader, row) for row in rows]
    learned = caster.material(reader, known, real_passages() or ())
    made: dict[str, Json] = {}
    for fold in range(FOLDS):
        others = [bag for bag in bags if fold_of(bag.name) != fold]
        disposing = ranker.pack(ranker.fit(others, known, settings), settings)
        held = {row["id"] for row in rows if fold_of(row["text"]) == fold}
        casting = caster.fit(learned.without(held), [row for row in marked if fold_of(row.text) != fold])
        taught = reader.with_ranker(disposing).with_caster(casting)
        for row in rows:
            if fold_of(row["text"]) == fold:
                made[row["id"]] = json.loads(taught.read(row["text"]).to_json())
    return made


def _mark(rows: Sequence[Json]) -> str:
    """A hash of the training code, its data and the rows."""
    digest = hashlib.sha256(json.dumps([row["id"] for row in rows]).encode())
    for path in sorted((CHECKOUT / "training").rglob("*")):
        if path.suffix in (".py", ".jsonl"):
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
