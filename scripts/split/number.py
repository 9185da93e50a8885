"""Turn blocks into numbered segments, keeping the ids of an earlier split."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from scripts.model.text import HEADINGS, Kind, Segment, Sentence, Text, checksum
from scripts.split.identify import Matched, assign, match
from scripts.split.sentences import cut_sentences, mark_heads
from scripts.split.structure import Block, Hints

DIGITS = "零一二三四五六七八九"
NUMERAL = re.compile(r"[一二三四五六七八九十]+|\d+")


def number(blocks: Sequence[Block], before: str, old: Text, hints: Hints) -> Text:
    """The text with an id for every segment and sentence; `old` is the text as last split."""
    live = [s for s in old.segments if s.kind != "removed"]
    headings = [b for b in blocks if b.kind in HEADINGS]
    others = [b for b in blocks if b.kind not in HEADINGS and b.kind != "title"]
    old_headings = [s for s in live if s.heading]
    old_others = [s for s in live if s.numbered]
    matched = match([s.text for s in old_others], [b.text for b in others])
    used = [s.id for s in old.segments]
    ids = assign(_kept(matched, old_others), used, "p")
    named = {id(b): i for b, i in zip(others, ids, strict=True)}
    named |= _heading_ids(blocks, headings, old_headings, used)
    before_of = {s.id: s for s in live}
    segments = [_segment(b, blocks, named, before_of, hints) for b in blocks]
    merged = {old_others[i].id: ids[j] for i, j in matched.merged.items()}
    return Text(tuple(_with_tombstones(segments, old.segments, merged)), before)


def _kept(matched: Matched, old: Sequence[Segment]) -> list[str | None]:
    return [None if i is None else old[i].id for i in matched.old_of]


def _heading_ids(
    blocks: Sequence[Block], headings: list[Block], old: list[Segment], used: list[str]
) -> dict[int, str]:
    """h2 for part two, h2-4 for its fourth section, by the printed number where there is one."""
    matched = match([_unnumbered(s.text) for s in old], [_unnumbered(b.text) for b in headings])
    kept = dict(zip(map(id, headings), _kept(matched, old), strict=True))
    named: dict[int, str] = {}
    for level in HEADINGS:
        parents: dict[str, list[Block]] = {}
        for block in (b for b in headings if b.kind == level):
            above = None if block.within is None else named[id(blocks[block.within])]
            parents.setdefault(_stem(level, above), []).append(block)
        for stem, group in parents.items():
            wanted = [printed_number(b.text) for b in group]
            ids = assign([kept[id(b)] for b in group], [*used, *named.values()], stem, wanted)
            named |= dict(zip(map(id, group), ids, strict=True))
    return named


def _stem(level: Kind, above: str | None) -> str:
    if level == "part":
        return "h"
    return f"{above}-" if above else "h0-"


def _unnumbered(heading: str) -> str:
    """A heading without its number, so that renumbering is no change of identity."""
    return re.sub(r"^[（(第]?[一二三四五六七八九十百\d]+[)）、.．部章节篇]+", "", heading)


def printed_number(heading: str) -> int:
    """The number a heading is printed with, from 1; 0 when it has none."""
    found = NUMERAL.search(heading[:4])
    if not found or _unnumbered(heading) == heading:
        return 0
    numeral = found.group()
    if numeral.isdecimal():
        return int(numeral)
    tens, ten, ones = numeral.rpartition("十")
    return (DIGITS.index(tens) if tens else 1) * 10 * bool(ten) + (DIGITS.index(ones) if ones else 0)


@dataclass(frozen=True, slots=True)
class _Cutting:
    sentences: tuple[Sentence, ...]
    gone: tuple[str, ...] = ()


def _segment(
    block: Block,
    blocks: Sequence[Block],
    named: dict[int, str],
    old: dict[str, Segment],
    hints: Hints,
) -> Segment:
    new_id = named.get(id(block), "title")
    was = old.get(new_id)
    cutting = _Cutting((Sentence(new_id, block.text),))
    if new_id.startswith("p"):
        cutting = _sentences(new_id, block.text, was, hints)
    return Segment(
        id=new_id,
        kind=block.kind,
        sentences=cutting.sentences,
        within="" if block.within is None else named[id(blocks[block.within])],
        after=block.after,
        first_sum=was.first_sum if was else checksum(block.text),
        gone=cutting.gone,
    )


def _sentences(segment_id: str, text: str, was: Segment | None, hints: Hints) -> _Cutting:
    cuts = mark_heads(cut_sentences(text), frozenset(hints.heads), frozenset(hints.not_heads))
    old = was.sentences if was else ()
    gone = was.gone if was else ()
    matched = match([s.text for s in old], [c.text for c in cuts])
    kept = [None if i is None else old[i].id for i in matched.old_of]
    used = [*(s.id for s in old), *gone]
    ids = assign(kept, used, f"{segment_id}-s")
    made = tuple(Sentence(i, c.text, c.after, c.head) for i, c in zip(ids, cuts, strict=True))
    lost = tuple(s.id for s in old if s.id not in ids)
    return _Cutting(made, (*gone, *lost))


def _with_tombstones(
    segments: list[Segment], old: Sequence[Segment], merged: dict[str, str]
) -> list[Segment]:
    """Leave a marker where a segment was, so that its address still answers."""
    result = list(segments)
    for i, was in enumerate(old):
        if any(s.id == was.id for s in segments):
            continue
        stone = was
        if was.kind != "removed":
            stone = Segment(
                was.id, "removed", first_sum=was.first_sum, was=was.text, into=merged.get(was.id, "")
            )
        here = {s.id: k for k, s in enumerate(result)}
        after = next((here[s.id] for s in reversed(old[:i]) if s.id in here), -1)
        result.insert(after + 1, stone)
    return result
