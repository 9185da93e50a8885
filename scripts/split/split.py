"""The whole split as one pure step: source text and old ids in, numbered text out."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from scripts.model.text import Text
from scripts.split.number import number
from scripts.split.pieces import cut_into_pieces
from scripts.split.structure import Hints, find_structure

EMPTY = Text(())


@dataclass(frozen=True, slots=True)
class SplitResult:
    """The text, what the source was taken for, and what happened to the ids, in words."""

    text: Text
    reading: tuple[str, ...]
    changes: tuple[str, ...]


def split(source: str, old: Text = EMPTY, hints: Hints | None = None) -> SplitResult:
    """Cut and number `source`, keeping every id of `old`.

    Raises ValueError for a source without words, and AssertionError should joining not give
    the source back.
    """
    pieces = cut_into_pieces(source)
    if not any(piece.text.strip() for piece in pieces.pieces):
        raise ValueError("empty: there are no words in it")
    structure = find_structure(pieces.pieces, hints or Hints())
    text = number(structure.blocks, pieces.before, old, hints or Hints())
    if text.join() != source:
        raise AssertionError("the split lost characters")
    reading = (*pieces.remarks, *_counts(text), *structure.remarks)
    return SplitResult(text, reading, tuple(changes(old, text)))


def _counts(text: Text) -> list[str]:
    kinds = Counter(s.kind for s in text.segments)
    heads = [x for _, x in text.sentences() if x.head]
    told = [f"{kind}: {count}" for kind, count in kinds.items()]
    numbered = [s.id for s in text.segments if s.numbered and s.kind != "removed"]
    told.append(f"paragraphs numbered: {numbered[0]} to {numbered[-1]}" if numbered else "no paragraph")
    told.append(f"sentences: {sum(1 for s, _ in text.sentences() if s.numbered)}")
    told.append(f"run-in heads: {len(heads)}")
    return told + [f"  {head.id} {head.text}" for head in heads]


def changes(old: Text, new: Text) -> list[str]:
    """What became of each id: new, corrected, removed, merged. Nothing for a first split."""
    if not old.segments:
        return []
    before = {s.id: s for s in old.segments}
    told = []
    for segment in new.segments:
        was = before.get(segment.id)
        if was is None:
            told.append(f"{segment.id}: new: {segment.text[:20]}")
        elif segment.kind == "removed" != was.kind:
            where = f"merged into {segment.into}" if segment.into else "removed"
            told.append(f"{segment.id}: {where}: {segment.was[:20]}")
        elif segment.text != was.text:
            told.append(f"{segment.id}: text changed; it needs an entry in errata.yml")
        told += [f"{s}: removed" for s in segment.gone if was and s not in was.gone]
    return told
