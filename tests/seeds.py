"""Single errors put into a translation, one at a time, as a translator might make them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

NUMERAL = re.compile(r"(?<![\w.,-])(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?![\w,]*\d)")
SCALE = re.compile(r"(?<=\d )(thousand|million|billion|trillion)\b")
SLIPS = {"thousand": "million", "million": "billion", "billion": "million", "trillion": "billion"}
PERCENT = re.compile(r"(?<=\d)(%| percent\b| per cent\b)")
POINTS = re.compile(r" percentage points?\b")
BOUNDS = (
    ("at least", "about"), ("more than", "nearly"), ("over", "about"), ("nearly", "over"),
    ("around", "at least"), ("about", "more than"), ("within", "around"), ("no more than", "at least"),
)  # fmt: skip
WORDS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def seeds(sentence: str) -> Iterator[tuple[str, str]]:
    """(kind of error, the sentence with it) for every place where each kind can be made."""
    yield from (("scale", s) for s in _scale(sentence))
    yield from (("dropped digit", s) for s in _dropped(sentence))
    yield from (("percent", s) for s in _percent(sentence))
    yield from (("swapped", s) for s in _swapped(sentence))
    yield from (("bound", s) for s in _bounds(sentence))
    yield from (("word", s) for s in _words(sentence))


def _put(sentence: str, match: re.Match[str], new: str) -> str:
    return sentence[: match.start()] + new + sentence[match.end() :]


def _scale(sentence: str) -> Iterator[str]:
    for match in SCALE.finditer(sentence):
        yield _put(sentence, match, SLIPS[match[1]])
    for match in NUMERAL.finditer(sentence):
        if "," in match[0]:
            yield _put(sentence, match, f"{int(match[0].replace(',', '').split('.')[0]) * 10:,}")


def _dropped(sentence: str) -> Iterator[str]:
    for match in NUMERAL.finditer(sentence):
        digits = [i for i, c in enumerate(match[0]) if c.isdigit()]
        kept = match[0][: digits[-1]] + match[0][digits[-1] + 1 :]
        if len(digits) > 1 and kept.rstrip(".,") and not match[0].endswith(".0"):
            yield _put(sentence, match, kept.rstrip(".,"))


def _percent(sentence: str) -> Iterator[str]:
    for match in PERCENT.finditer(sentence):
        yield _put(sentence, match, " percentage points")
    for match in POINTS.finditer(sentence):
        yield _put(sentence, match, "%")


def _swapped(sentence: str) -> Iterator[str]:
    found = list(NUMERAL.finditer(sentence))
    for first, second in pairwise(found):
        if first[0] != second[0]:
            between = sentence[first.end() : second.start()]
            yield sentence[: first.start()] + second[0] + between + first[0] + sentence[second.end() :]


def _bounds(sentence: str) -> Iterator[str]:
    for said, wrong in BOUNDS:
        for match in re.finditer(rf"\b{said}(?= (?:RMB ?)?\d)", sentence):
            yield _put(sentence, match, wrong)


def _words(sentence: str) -> Iterator[str]:
    for match in re.finditer(rf"\b({'|'.join(WORDS)})\b", sentence):
        yield _put(sentence, match, WORDS[(WORDS.index(match[0]) + 1) % len(WORDS)])
