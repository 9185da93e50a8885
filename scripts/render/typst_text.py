"""Text into Typst source: any text comes out as itself, whatever marks of the markup are in it."""

from __future__ import annotations

from unicodedata import category

ESCAPED = {"\\": "\\\\", '"': '\\"'}
UNSEEN = frozenset({"Cc", "Cf", "Zl", "Zp"})  # controls, format characters, line and paragraph separators


def literal(text: str) -> str:
    """A Typst string literal of exactly this text, with its quotation marks.

    For code (`text(size: 9pt, LITERAL)`); in markup write `#LITERAL;`. Seen characters stay as they
    are, so that the press can tell which glyphs a source needs. Raises ValueError for half a
    surrogate pair, which is no character.
    """
    return f'"{"".join(map(_escaped, text))}"'


def _escaped(character: str) -> str:
    kind = category(character)
    if kind == "Cs":
        raise ValueError(f"half a surrogate pair, no character: U+{ord(character):04X}")
    return f"\\u{{{ord(character):x}}}" if kind in UNSEEN else ESCAPED.get(character, character)
