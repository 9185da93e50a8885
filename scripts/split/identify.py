"""Give segments their permanent ids, and keep the ones they have.

An id, once written to zh.yml, stays with its text: matched by equal text first, then by
likeness in place. What is new between p57 and p58 becomes p57a; what is gone leaves a
tombstone; an id is never given twice.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from string import ascii_lowercase

LIKENESS = 0.6


@dataclass(frozen=True, slots=True)
class Matched:
    """For each new text the index of the old one it continues, and what became of the rest.

    `merged` maps the index of an old text that is gone to the new text that took it in.
    """

    old_of: tuple[int | None, ...]
    merged: dict[int, int]


def match(old: Sequence[str], new: Sequence[str]) -> Matched:
    """Pair new texts with old ones: equal in order, equal elsewhere, then alike in place."""
    pairs: dict[int, int] = {}
    blocks = difflib.SequenceMatcher(None, list(old), list(new), autojunk=False)
    for tag, i1, i2, j1, _ in blocks.get_opcodes():
        if tag == "equal":
            pairs.update({j1 + k: i1 + k for k in range(i2 - i1)})
    _pair_moved(old, new, pairs)
    merged: dict[int, int] = {}
    for tag, i1, i2, j1, j2 in blocks.get_opcodes():
        if tag == "replace":
            _pair_alike(old, new, range(i1, i2), range(j1, j2), pairs, merged)
    return Matched(tuple(pairs.get(j) for j in range(len(new))), merged)


def _pair_moved(old: Sequence[str], new: Sequence[str], pairs: dict[int, int]) -> None:
    taken = set(pairs.values())
    free = {old[i]: i for i in reversed(range(len(old))) if i not in taken}
    for j, text in enumerate(new):
        if j not in pairs and text in free:
            pairs[j] = free.pop(text)


def _pair_alike(
    old: Sequence[str],
    new: Sequence[str],
    olds: range,
    news: range,
    pairs: dict[int, int],
    merged: dict[int, int],
) -> None:
    taken = set(pairs.values())
    waiting = [i for i in olds if i not in taken]
    for j in (j for j in news if j not in pairs):
        i = next((i for i in waiting if _continues(old[i], new[j])), None)
        if i is None:
            continue
        pairs[j] = i
        waiting = waiting[waiting.index(i) + 1 :]
        for other in [k for k in waiting if _inside(old[k], new[j])]:
            merged[other] = j
            waiting.remove(other)
        for other in [k for k in olds if k < i and k not in taken and _inside(old[k], new[j])]:
            merged[other] = j


def _continues(old: str, new: str) -> bool:
    """A corrected text, the beginning of a split one, or one with another merged into it."""
    if _inside(new, old) or _inside(old, new):
        return True
    return difflib.SequenceMatcher(None, old, new, autojunk=False).ratio() >= LIKENESS


def _inside(part: str, whole: str) -> bool:
    return bool(part) and part.strip("。；;，,") in whole


def assign(
    kept: Sequence[str | None], used: Iterable[str], stem: str, wanted: Sequence[int] = ()
) -> list[str]:
    """An id for every text: the one it keeps, or a new one that was never given.

    `kept` has the old id or None; `used` every id ever given, tombstones included. What
    stands before a kept text is an insertion (p57a); what follows the last one is numbered
    on, with the printed number in `wanted` where that is free.
    """
    given = set(used)
    highest = max((_number(stem, id) for id in (*given, *(k for k in kept if k))), default=0)
    last_kept = max((j for j, keep in enumerate(kept) if keep), default=-1)
    ids: list[str] = []
    for j, keep in enumerate(kept):
        if keep is None and j < last_kept:
            keep = _inserted(ids[-1] if ids else f"{stem}0", given)
        elif keep is None:
            printed = wanted[j] if j < len(wanted) else 0
            highest = max(printed, highest + 1)
            keep = f"{stem}{highest}"
        given.add(keep)
        ids.append(keep)
    return ids


def _number(stem: str, id: str) -> int:
    """The number in an id of this stem, letters apart; 0 for any other id."""
    digits = id[len(stem) :].rstrip(ascii_lowercase) if id.startswith(stem) else ""
    return int(digits) if digits.isdecimal() else 0


def _inserted(after: str, given: set[str]) -> str:
    """p57 -> p57a, p57b, … p57z, p57za: letters only ever added, none reused."""
    stem = after.rstrip(ascii_lowercase)
    suffix = ""
    while True:
        for letter in ascii_lowercase:
            if stem + suffix + letter not in given:
                return stem + suffix + letter
        suffix += "z"
