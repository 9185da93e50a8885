"""Which simplified character each traditional one stands for, so that either form finds the text."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from opencc import OpenCC

UNIFIED_IDEOGRAPHS = range(0x3400, 0xA000)


def traditional(texts: Iterable[str]) -> str:
    """Pairs of characters, a traditional and its simplified form, for the characters of the texts.

    One for one, so that a folded text keeps its length. A form that the texts themselves have stays.
    """
    used = set().union(*map(set, texts))
    return "".join(old + new for old, new in _forms().items() if new in used and old not in used)


@cache
def _forms() -> dict[str, str]:
    """Every character that OpenCC makes another single one of (its table from traditional to simplified)."""
    olds = [chr(code) for code in UNIFIED_IDEOGRAPHS]
    news = OpenCC("t2s").convert("\n".join(olds)).split("\n")
    return {old: new for old, new in zip(olds, news, strict=True) if old != new and len(new) == 1}
