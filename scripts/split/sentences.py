"""Cut a paragraph into sentences and find its run-in heads.

A run-in head is a short phrase closed like a sentence that names what the following
sentences are about: 精准促脱贫。
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

END = re.compile(r"(?:[。！？!?]|……|(?<=[\u4e00-\u9fff”）)])\.(?=\s|$|[\u4e00-\u9fff]))+[”’」』》）)]*")
PAIRS = {"“": "”", "‘": "’", "「": "」", "『": "』", "《": "》", "（": "）", "(": ")"}
PAUSES = re.compile(r"[，,；;：:、！!？?]")
DATA = re.compile(r"\d[\d.]*(?:%|万|亿|个|家|项|户|亩|年|人|公里)")
COUNT = re.compile(r"^(?:[一二三四五六七八九十]+是|其[一二三]，)")
LONGEST_HEAD = 22
LONGEST_INNER_HEAD = 11
FEWEST_INNER_HEADS = 2
SHORTEST_GOVERNED = 25


@dataclass(frozen=True, slots=True)
class Cut:
    """A sentence before it has an id; `after` is white space before the next one."""

    text: str
    after: str = ""
    head: bool = False


def cut_sentences(paragraph: str) -> tuple[Cut, ...]:
    """The sentences of a paragraph, in order; joined with `after` they are the paragraph."""
    closed = _inside_pairs(paragraph)
    cuts, start = [], 0
    for match in END.finditer(paragraph):
        end = match.end()
        if end < len(paragraph) and closed[match.start()]:
            continue
        rest = paragraph[end:]
        space = rest[: len(rest) - len(rest.lstrip())]
        cuts.append(Cut(paragraph[start:end], space))
        start = end + len(space)
    if start < len(paragraph):
        cuts.append(Cut(paragraph[start:]))
    return tuple(cuts)


def _inside_pairs(paragraph: str) -> list[bool]:
    """For each character, whether quotes or brackets that really close enclose it.

    An opening mark that meets another of its kind before its closing one was never closed
    (copies lose quotation marks), and encloses nothing.
    """
    inside = [False] * len(paragraph)
    for start, mark in enumerate(paragraph):
        if mark not in PAIRS:
            continue
        end = paragraph.find(PAIRS[mark], start + 1)
        if end < 0 or mark in paragraph[start + 1 : end]:
            continue
        inside[start + 1 : end] = [True] * (end - start - 1)
    return inside


def mark_heads(cuts: tuple[Cut, ...], heads: frozenset[str], not_heads: frozenset[str]) -> tuple[Cut, ...]:
    """The same sentences with run-in heads marked.

    One that opens the paragraph is told by its shape. Inside a paragraph the shape alone is
    a poor witness, so there heads must be shorter still, be at least two, and each govern
    some text. `heads` and `not_heads` are the editor's word (report.yml) and overrule this.
    """
    shaped = [looks_like_head(cut.text) and cut.text not in not_heads for cut in cuts]
    followed = [i + 1 < len(cuts) and not shaped[i + 1] for i in range(len(cuts))]
    found = {i for i in range(len(cuts)) if shaped[i] and followed[i]}
    inner = _governing({i for i in found if i and len(cuts[i].text) <= LONGEST_INNER_HEAD}, cuts)
    named = {i for i, cut in enumerate(cuts) if cut.text in heads}
    marked = (found & {0}) | (inner if len(inner) >= FEWEST_INNER_HEADS else set()) | named
    return tuple(replace(cut, head=i in marked) for i, cut in enumerate(cuts))


def _governing(inner: set[int], cuts: tuple[Cut, ...]) -> set[int]:
    """Those after which enough text stands before the next."""
    ends = [*sorted(inner), len(cuts)]
    lengths = {
        i: sum(len(cut.text) for cut in cuts[i + 1 : ends[k + 1]]) for k, i in enumerate(sorted(inner))
    }
    return {i for i, length in lengths.items() if length >= SHORTEST_GOVERNED}


def looks_like_head(sentence: str) -> bool:
    """Short, one breath, no figure, closed by a full stop."""
    phrase = sentence[:-1]
    return (
        sentence.endswith(("。", "."))
        and 3 < len(phrase) <= LONGEST_HEAD
        and not PAUSES.search(phrase)
        and not DATA.search(phrase)
        and not COUNT.match(phrase)
    )
