"""Pinyin cut into syllables, so that a word is found by its initials: gāoyú -> gao yu."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

# Initial and final of a syllable of Standard Chinese, without tones; ü is written u.
SYLLABLE = re.compile(
    r"(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
    r"(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua|ue|ui|uo|er|[aeiou])"
)
HAN = re.compile(r"[\u3400-\u9fff]")
PIECE = re.compile(r"[a-z]+|\d+")


def toneless(pinyin: str) -> str:
    """Pinyin without tones and dots: Liǎng bù -> liang bu, lǜ -> lu."""
    letters = unicodedata.normalize("NFD", pinyin.lower())
    return "".join(c for c in letters if not unicodedata.combining(c))


def syllables(pinyin: str, word: str) -> str:
    """The syllables of a word's pinyin with spaces between, one for each of its characters.

    Where letters can be cut in several ways (xi'an, xian), the way that gives as many syllables as
    the word has characters is taken; where none does (Latin letters in a word), the longest.
    """
    pieces = PIECE.findall(toneless(pinyin))
    wanted = len(HAN.findall(word))
    return " ".join(next(_ways(tuple(pieces), wanted), _longest(pieces)))


def _ways(pieces: tuple[str, ...], wanted: int) -> Iterator[list[str]]:
    """Every way to cut the pieces into `wanted` syllables; figures count for none."""
    if not pieces:
        if wanted == 0:
            yield []
        return
    for cut in _cuts(pieces[0]):
        spoken = sum(not part.isdigit() for part in cut)
        if spoken <= wanted:
            for rest in _ways(pieces[1:], wanted - spoken):
                yield [*cut, *rest]


@cache
def _cuts(piece: str) -> tuple[tuple[str, ...], ...]:
    """Every way to cut one piece, longest first syllable first."""
    if not piece or piece.isdigit():
        return ((piece,),) if piece else ((),)
    found = []
    for end in range(min(6, len(piece)), 0, -1):
        if SYLLABLE.fullmatch(piece[:end]):
            found += [(piece[:end], *rest) for rest in _cuts(piece[end:])]
    return tuple(found)


def _longest(pieces: list[str]) -> list[str]:
    return [part for piece in pieces for part in (_cuts(piece) or ((piece,),))[0]]
