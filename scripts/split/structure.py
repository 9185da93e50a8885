"""Say what each piece of a report is: title, lead, salutation, heading, paragraph.

Every reading that rests on more than a plain mark is put into words, so that nothing is
guessed silently; report.yml can overrule it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from scripts.model.text import HEADINGS, Kind
from scripts.split.pieces import SALUTATION, Piece
from scripts.split.sentences import cut_sentences

NUMERAL = "[一二三四五六七八九十百]+"
CHAPTER = re.compile(rf"^第{NUMERAL}(?:部分|章|篇)")
LISTED = re.compile(rf"^(?:{NUMERAL}、|第{NUMERAL}节)")
BRACKETED = re.compile(rf"^[（(]{NUMERAL}[)）]")
DIGITS = re.compile(r"^(?:\d{1,2}[.．、]|[（(]\d{1,2}[)）])(?!\d)")
Marks = tuple[tuple[Kind, re.Pattern[str]], ...]
MARKS: Marks = (("part", LISTED), ("section", BRACKETED), ("subsection", DIGITS))
MARKS_BELOW_CHAPTERS: Marks = (
    ("part", CHAPTER),
    ("section", LISTED),
    ("subsection", BRACKETED),
    ("subsection", DIGITS),
)
APPENDIX = re.compile(r"^(?:附件|附录|附：|附:|注释|.{0,16}名词(?:解释|注释|说明)).{0,20}$")
PUNCTUATION = re.compile(r"[，,。；;：:！!？?、]")
LONGEST_HEADING = 45
LONGEST_BARE_HEADING = 25
FRONT_PIECES = 8


@dataclass(frozen=True, slots=True)
class Hints:
    """What an editor lays down in report.yml about the reading of a source.

    `leave_section` and `leave_part` hold the opening words of paragraphs that no longer
    belong to the section (the part) before them.
    """

    leave_section: tuple[str, ...] = ()
    leave_part: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    not_heads: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """A piece with its kind and, once placed, the index of the heading it stands under."""

    kind: Kind
    text: str
    after: str
    within: int | None = None


@dataclass(frozen=True, slots=True)
class Structure:
    blocks: tuple[Block, ...]
    remarks: tuple[str, ...] = field(default=())


def find_structure(pieces: tuple[Piece, ...], hints: Hints) -> Structure:
    """Blocks in source order, each under its heading, and remarks in words."""
    remarks: list[str] = []
    chaptered = any(CHAPTER.match(piece.text) for piece in pieces)
    marks = MARKS_BELOW_CHAPTERS if chaptered else MARKS
    if chaptered:
        remarks.append("parts are numbered 第一部分; 一、 is taken for a section, （一） for a subsection")
    front = _front(pieces, marks, remarks)
    blocks = [*front, *_body(pieces[len(front) :], marks, remarks)]
    blocks = _bare_headings(blocks, len(front), remarks)
    return Structure(_place(blocks, hints, remarks), tuple(remarks))


def _front(pieces: tuple[Piece, ...], marks: Marks, remarks: list[str]) -> list[Block]:
    """Title and lead: what stands before the first salutation or part heading."""
    first = next(
        (i for i, p in enumerate(pieces) if SALUTATION.match(p.text) or _mark(p.text, marks) == "part"),
        len(pieces),
    )
    if first == 0 or first > FRONT_PIECES:
        remarks.append(_untitled(pieces[:1]))
        first = 1 if first and pieces and _bare(pieces[0].text) else 0
    elif not any(SALUTATION.match(p.text) for p in pieces[first : first + 1]):
        remarks.append("no salutation opens it; all before the first heading is title and lead")
    return [Block("lead" if i else "title", p.text, p.after) for i, p in enumerate(pieces[:first])]


def _untitled(first: tuple[Piece, ...]) -> str:
    if first and _bare(first[0].text):
        return f"taken for the title, by its shape alone: {first[0].text}"
    return "no title found: the text begins at once"


def _body(pieces: tuple[Piece, ...], marks: Marks, remarks: list[str]) -> Iterator[Block]:
    appendix = False
    for piece in pieces:
        mark = _mark(piece.text, marks)
        if APPENDIX.match(piece.text):
            appendix = True
            remarks.append(f"an appendix begins, what follows are its entries: {piece.text}")
            yield Block("part", piece.text, piece.after)
        elif appendix:
            yield Block("entry", piece.text, piece.after)
        elif mark:
            yield from _headed(mark, piece, remarks)
        else:
            kind: Kind = "salutation" if SALUTATION.match(piece.text) else "paragraph"
            yield Block(kind, piece.text, piece.after)


def _mark(text: str, marks: Marks) -> Kind | None:
    return next((kind for kind, mark in marks if mark.match(text)), None)


def _headed(kind: Kind, piece: Piece, remarks: list[str]) -> Iterator[Block]:
    """A numbered piece: a heading alone, a heading with its text run on, or a list item."""
    first, *rest = cut_sentences(piece.text)
    if len(first.text) > LONGEST_HEADING or (
        kind == "subsection" and PUNCTUATION.search(first.text[2:].rstrip("。."))
    ):
        why = f"numbered like a {kind}, but reads as a sentence; taken for a paragraph"
        remarks.append(f"{why}: {piece.text[:20]}…")
        yield Block("paragraph", piece.text, piece.after)
    elif not rest:
        yield Block(kind, piece.text, piece.after)
    else:
        yield Block(kind, first.text, first.after)
        yield Block("paragraph", piece.text[len(first.text + first.after) :], piece.after)


def _bare(text: str) -> bool:
    return len(text) <= LONGEST_BARE_HEADING and not PUNCTUATION.search(text)


def _bare_headings(blocks: list[Block], front: int, remarks: list[str]) -> list[Block]:
    """Short lines without punctuation above a paragraph are headings without a number."""
    level: Kind = "section" if any(b.kind == "part" for b in blocks) else "part"
    found = list(blocks)
    for i in range(front, len(blocks) - 1):
        follows = blocks[i + 1].kind == "paragraph" and not _bare(blocks[i + 1].text)
        if blocks[i].kind == "paragraph" and _bare(blocks[i].text) and follows:
            found[i] = replace(blocks[i], kind=level)
            remarks.append(f"taken for a {level} heading without a number: {blocks[i].text}")
    return found


def _place(blocks: list[Block], hints: Hints, remarks: list[str]) -> tuple[Block, ...]:
    """Put every block under its heading; a salutation goes with what it introduces."""
    open_headings: dict[Kind, int] = {}
    placed: list[Block] = []
    for i, block in enumerate(blocks):
        leads = _introduced(blocks, i)
        if block.kind in HEADINGS:
            for kind in HEADINGS[HEADINGS.index(block.kind) :]:
                open_headings.pop(kind, None)
        elif (closes := _closes(block, leads, hints)) in open_headings:
            for kind in HEADINGS[HEADINGS.index(closes) :]:
                open_headings.pop(kind, None)
            remarks.append(f"leaves the {closes} before it: {leads.text[:16]}…")
        within = max(open_headings.values(), default=None)
        placed.append(replace(block, within=within))
        if block.kind in HEADINGS:
            open_headings[block.kind] = i
    return tuple(placed)


def _introduced(blocks: list[Block], i: int) -> Block:
    while blocks[i].kind == "salutation" and i + 1 < len(blocks):
        i += 1
    return blocks[i]


def _closes(block: Block, leads: Block, hints: Hints) -> Kind:
    """The level a block closes: by the editor's word, or as a salutation; else none open."""
    if leads.text.startswith(hints.leave_part):
        return "part"
    if block.kind == "salutation" or leads.text.startswith(hints.leave_section):
        return "section"
    return "paragraph"
