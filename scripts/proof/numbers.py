"""Compare the numbers of a sentence with those of its translation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Literal

from scripts.proof import chinese, english
from scripts.proof.quantity import CALENDAR, RENDERED_BY, Quantity

Stretches = Iterable[tuple[int, int]]
Pair = tuple[Quantity, Quantity]
# 今年 may be given as the year, and the year as "this year".
YEAR_WORDS = {"今年": 0, "去年": -1, "上年": -1, "过去一年": -1, "一年来": -1, "明年": 1}
# "76 of the 83" is the usual English for 83…76: such a pair is read from its end.
PART_OF_WHOLE = re.compile(r"(?:\sout)?\sof(?:\s(?:the|its|these|those))?\s")


@dataclass(frozen=True, slots=True)
class Difference:
    """One number that is not the same: what stands in the Chinese and in the English."""

    kind: Literal["value", "unit", "bound", "order"]
    zh: Quantity | None
    en: Quantity | None


def compare(
    zh: str, en: str, *, covered_zh: Stretches = (), covered_en: Stretches = (), year: int | None = None
) -> list[Difference]:
    """Every difference between the numbers of a sentence and of its translation.

    Numbers in the covered stretches are left to other proofs; `year` is the report's.
    """
    ours, theirs = chinese.quantities(zh, covered_zh), english.quantities(en, covered_en)
    pairs, ours_left, theirs_left = _pair(ours, theirs)
    implied = {Decimal(year + shift) for word, shift in YEAR_WORDS.items() if year and word in zh}
    wanted = [q for q in ours_left if q.required and not _repeated(q, theirs)]
    extra = [q for q in theirs_left if q.required and not _repeated(q, ours) and not _is_year(q, implied)]
    return [*_units(pairs), *_bounds(pairs), *_order(pairs, en), *_unmatched(wanted, extra)]


def _pair(ours: list[Quantity], theirs: list[Quantity]) -> tuple[list[Pair], list[Quantity], list[Quantity]]:
    """Equal quantities in pairs: first those whose units suit each other, then those that differ in unit."""
    pairs: list[Pair] = []
    left, free = sorted(ours, key=lambda q: not q.required), list(theirs)
    for suiting in (True, False):
        for zh in tuple(left):
            en = _counterpart(zh, free, suiting)
            if en:
                pairs.append((zh, en))
                left.remove(zh)
                free.remove(en)
    return pairs, sorted(left, key=lambda q: q.start), free


def _counterpart(zh: Quantity, free: list[Quantity], suiting: bool) -> Quantity | None:
    """The best of the equal ones: of the same unit and bound, and a number that has to be there."""
    indefinite = not zh.required and zh.value < 10
    equal = [q for q in free if zh.equals(q) and not (indefinite and q.text[0].isdigit())]
    same = [q for q in equal if (zh.suits(q) if suiting else q.required and zh.required)]
    return min(same, key=lambda q: (q.unit != zh.unit, q.bound != zh.bound, not q.required), default=None)


def _units(pairs: Iterable[Pair]) -> Iterator[Difference]:
    for zh, en in pairs:
        if not zh.suits(en):
            yield Difference("unit", zh, en)


def _bounds(pairs: Iterable[Pair]) -> Iterator[Difference]:
    for zh, en in pairs:
        if en.bound not in RENDERED_BY[zh.bound] and zh.required and en.required:
            yield Difference("bound", zh, en)


def _order(pairs: Iterable[Pair], english_text: str) -> Iterator[Difference]:
    """Figures of one unit keep their order: two that are swapped would be told as each other."""
    lanes: dict[str, list[Pair]] = {}
    for zh, en in sorted(pairs, key=lambda pair: pair[0].start):
        if en.text[0].isdigit() and zh.required:
            lanes.setdefault("" if zh.unit in CALENDAR else zh.unit, []).append((zh, en))
    for lane in lanes.values():
        for (_, before), (zh, en) in pairwise(lane):
            first, second = sorted((before, en), key=lambda q: q.start)
            turned = PART_OF_WHOLE.fullmatch(english_text, first.end, second.start) is not None
            if (first is en) is not turned and en.value != before.value:
                yield Difference("order", zh, en)


def _repeated(quantity: Quantity, others: Iterable[Quantity]) -> bool:
    """Whether a year or month is said on the other side too, if only once for several."""
    same = (q for q in others if q.unit == quantity.unit and q.value == quantity.value)
    return quantity.unit in CALENDAR and any(same)


def _is_year(quantity: Quantity, years: set[Decimal]) -> bool:
    return quantity.unit == "year" and quantity.value in years


def _unmatched(wanted: list[Quantity], extra: list[Quantity]) -> Iterator[Difference]:
    """What is left over, told together where it stands in the same order: probably one number."""
    for place in range(max(len(wanted), len(extra))):
        zh = wanted[place] if place < len(wanted) else None
        en = extra[place] if place < len(extra) else None
        yield Difference("value", zh, en)
