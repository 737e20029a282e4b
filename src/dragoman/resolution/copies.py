"""Which documents are copies of one text, so that one wire story counts as one source.

MinHash signatures over runs of three words (datasketch; Broder 1997), compared through bands; two texts are
copies where at least 70 percent of their runs are estimated to be shared. Texts of fewer than 20 words are
never copies: short notes are alike without being copied.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from dragoman.resolution.wordlists import plain

PERMUTATIONS = 64
BAND_ROWS = 4
RUN = 3
SHORTEST = 20
ALIKE = 0.7
_SEED = 1


@cache
def _blank() -> Any:
    from datasketch import MinHash  # type: ignore[import-untyped,unused-ignore]

    return MinHash(num_perm=PERMUTATIONS, seed=_SEED)


def signature(text: str) -> tuple[int, ...]:
    """The MinHash signature of a text; empty where the text is too short to be a copy."""
    words = plain.__wrapped__(text).split()
    if len(words) < SHORTEST:
        return ()
    runs = {" ".join(words[i : i + RUN]).encode() for i in range(len(words) - RUN + 1)}
    made = _blank().copy()
    made.update_batch(sorted(runs))
    return tuple(int(value) for value in made.hashvalues)


def bands(values: tuple[int, ...]) -> tuple[str, ...]:
    """Keys of which copies share at least one."""
    return tuple(
        f"{row}:" + "-".join(f"{v:x}" for v in values[row : row + BAND_ROWS])
        for row in range(0, len(values), BAND_ROWS)
    )


def alike(a: tuple[int, ...], b: tuple[int, ...]) -> bool:
    """Whether two signatures are of copies."""
    if not a or not b:
        return False
    return sum(x == y for x, y in zip(a, b, strict=True)) / len(a) >= ALIKE
