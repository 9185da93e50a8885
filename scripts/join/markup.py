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
    """Markdown emphasis to HTML, everything else stripped: safe in a page, and in XML with breaks closed."""
    return _clean(text, TAGS)


@cache
def to_inline(text: str) -> str:
    """The same without the paragraph around it, for one-sentence glosses."""
    return _clean(text, TAGS - {"p"}).strip()


def _clean(text: str, tags: set[str]) -> str:
    html = nh3.clean(READER.reset().convert(text), tags=tags, attributes={}, url_schemes=set())
    html = re.sub(r"\n(?!<p>)", " ", html)  # in a page, a line of ``` would begin a block of code
    return html.replace("&nbsp;", "\u00a0")  # the one name among its references that XML does not know
