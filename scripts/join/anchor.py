"""Find the place an annotation quotes, exactly, or say what stands there instead.

The rule is that of a W3C TextQuoteSelector without tolerance: the quotation must occur in
the named segment or sentence, and only once unless `occurrence` tells which.
"""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from typing import Protocol

from scripts.model.edition import Span
from scripts.model.problem import Problem, Where, nearest
from scripts.model.text import Segment


class Quoting(Protocol):
    """What notes, figures and outcomes have in common."""

    @property
    def id(self) -> str: ...
    @property
    def at(self) -> str: ...
    @property
    def quote(self) -> str: ...
    @property
    def occurrence(self) -> int: ...
    @property
    def where(self) -> Where: ...


def find_all(text: str, quote: str) -> list[int]:
    """Where `quote` begins in `text`, overlapping finds included."""
    starts, start = [], text.find(quote) if quote else -1
    while start >= 0:
        starts.append(start)
        start = text.find(quote, start + 1)
    return starts


def resolve(entry: Quoting, segments: Mapping[str, Segment]) -> tuple[Span | None, Problem | None]:
    """The span an entry quotes. `segments` has each segment under its own and its sentences' ids."""
    segment = segments.get(entry.at)
    if segment is None:
        return None, entry.where.problem(f"at: no such id: {entry.at}; {nearest(entry.at, segments)}", "at")
    texts = [(s.id, s.text) for s in segment.sentences if entry.at in (s.id, segment.id)]
    found = [(id, start) for id, text in texts for start in find_all(text, entry.quote)]
    if not found:
        near = nearest_text(entry.quote, [text for _, text in texts])
        told = f"quote: not in {entry.at}: {entry.quote}; the nearest text there: {near}"
        return None, entry.where.problem(told, "quote")
    if len(found) > 1 and not 1 <= entry.occurrence <= len(found):
        told = f"quote: {len(found)} times in {entry.at}: {entry.quote}"
        return None, entry.where.problem(f"{told}; quote more words, or add occurrence: 1", "quote")
    id, start = found[max(entry.occurrence, 1) - 1 if len(found) > 1 else 0]
    return Span(id, start, start + len(entry.quote)), None


def nearest_text(quote: str, texts: list[str]) -> str:
    """The stretch of the texts most like the quotation: what its writer probably meant."""
    best, best_ratio = "", 0.0
    for text in texts:
        matcher = difflib.SequenceMatcher(None, text, quote, autojunk=False)
        block = matcher.find_longest_match(0, len(text), 0, len(quote))
        start = max(0, block.a - block.b)
        window = text[start : start + len(quote)]
        ratio = difflib.SequenceMatcher(None, window, quote, autojunk=False).ratio()
        if ratio > best_ratio:
            best, best_ratio = window, ratio
    return best or "nothing like it"
