"""The little markup that annotations may hold: emphasis and paragraphs, never HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import markdown
import nh3

TAGS = {"p", "em", "strong", "br"}
HTML = re.compile(r"<\s*[a-zA-Z!/?]")
SCRIPT = re.compile(r"(?:javascript|vbscript|data)\s*:", re.IGNORECASE)


def unsafe_markup(text: str) -> Iterator[str]:
    """What in a text could be taken for HTML or a script address."""
    if found := HTML.search(text):
        yield f"HTML is not allowed: {text[found.start() : found.start() + 30]}"
    if found := SCRIPT.search(text):
        yield f"a script address is not allowed: {text[found.start() : found.start() + 30]}"


# One reader for all texts: making it takes longer than most texts take.
READER = markdown.Markdown()


@cache
def to_html(text: str) -> str:
    """Markdown emphasis to HTML, everything else stripped: safe to print."""
    return nh3.clean(_read(text), tags=TAGS, attributes={}, url_schemes=set())


@cache
def to_inline(text: str) -> str:
    """The same without the paragraph around it, for one-sentence glosses."""
    return nh3.clean(_read(text), tags=TAGS - {"p"}, attributes={}, url_schemes=set()).strip()


@cache
def _read(text: str) -> str:
    return READER.reset().convert(text)
