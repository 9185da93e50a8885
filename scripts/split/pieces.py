"""Cut a source at its paragraph breaks, losing no character.

Two kinds of source are known: one with line breaks, where a line is a paragraph, and the
one-line web copy, where spaces stand where the line breaks were.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

WHITE = r"[\s\u200b\ufeff]"
LINE_BREAK = re.compile(rf"{WHITE}*\n{WHITE}*")
SPACES = re.compile(rf"{WHITE}+")
WORDS = re.compile(r"[\w]")
ENDS_PARAGRAPH = re.compile(r"[。！？!?：:；;…”’」』》）)】|]$")
NUMBERED = re.compile(r"^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[)）]|第.{1,3}[部章])")
SALUTATION = re.compile(r"^(?:尊敬的)?(?:各位|同志们|主任、|主席).{0,16}[:：!！]$")
LONGEST_TITLE = 40


@dataclass(frozen=True, slots=True)
class Piece:
    """Text between two breaks, and the break that follows it."""

    text: str
    after: str


@dataclass(frozen=True, slots=True)
class Pieces:
    """All pieces of a source, what stands before them, and remarks in words."""

    before: str
    pieces: tuple[Piece, ...]
    remarks: tuple[str, ...]


def cut_into_pieces(source: str) -> Pieces:
    """The source cut at paragraph breaks; joining before, texts and breaks gives it back."""
    body = source.lstrip("".join(set(re.findall(WHITE, source))))
    before = source[: len(source) - len(body)]
    one_line = _is_one_line(body)
    raw = _at_spaces(body) if one_line else _at(LINE_BREAK, body)
    pieces, ornaments = _fold_ornaments(raw)
    how = "single spaces" if one_line else "line breaks"
    remarks = [f"paragraph breaks: {how} ({len(pieces)} pieces)"]
    remarks += [f"kept outside the text, no words in it: {ornament!r}" for ornament in ornaments]
    kept = sum(len(SPACES.findall(piece.text)) for piece in pieces)
    if kept:
        remarks.append(f"spaces kept as part of the text: {kept}")
    return Pieces(before, pieces, tuple(remarks))


def _is_one_line(body: str) -> bool:
    lines = [line for line in body.split("\n") if WORDS.search(line)]
    return len(lines) == 1 and bool(re.search(r"[。！？!?：:”] ", body))


def _at(separator: re.Pattern[str], body: str) -> list[Piece]:
    pieces, start = [], 0
    for match in separator.finditer(body):
        pieces.append(Piece(body[start : match.start()], match.group()))
        start = match.end()
    if start < len(body):
        pieces.append(Piece(body[start:], ""))
    return pieces


def _at_spaces(body: str) -> list[Piece]:
    """A space breaks after an ended sentence, a title or a numbered heading, and before a
    salutation; any other is part of the text."""
    pieces: list[Piece] = []
    for piece in _at(SPACES, body):
        joins = pieces and not SALUTATION.match(piece.text)
        if joins and not _breaks(pieces[-1].text, first=len(pieces) == 1):
            last = pieces.pop()
            piece = Piece(last.text + last.after + piece.text, piece.after)
        pieces.append(piece)
    return pieces


def _breaks(text: str, *, first: bool) -> bool:
    if ENDS_PARAGRAPH.search(text):
        return True
    return len(text) <= LONGEST_TITLE and (first or bool(NUMBERED.match(text)))


def _fold_ornaments(raw: list[Piece]) -> tuple[tuple[Piece, ...], list[str]]:
    """Pieces without a letter or digit (a stray bar, a rule) join the break before them."""
    pieces: list[Piece] = []
    ornaments: list[str] = []
    for piece in raw:
        if pieces and not WORDS.search(piece.text):
            ornaments.append(piece.text)
            last = pieces[-1]
            pieces[-1] = replace(last, after=last.after + piece.text + piece.after)
        else:
            pieces.append(piece)
    return tuple(pieces), ornaments
