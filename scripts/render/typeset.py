"""Small typographic decisions, made here so that templates only draw."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

HAN = r"\u2e80-\u9fff"
HALF_WIDTH = re.compile(rf"[,;:!?](?=[{HAN}“‘《（(—]|$)|(?<=[{HAN}”’》）)%])[,;:!?](?=\w)")
MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>&~^=:$])")
NUMBER = re.compile(r"^p(\d+)([a-z]*)$")
NUMERAL = re.compile(r"^([（(][一二三四五六七八九十]+[)）]|[一二三四五六七八九十]+、)(.*?)[。.]?$")


def spaced(text: str) -> Markup:
    """Half-width marks between Chinese characters get air after them; the text is unchanged."""
    parts: list[Markup] = []
    at = 0
    for found in HALF_WIDTH.finditer(text):
        mark = Markup('<span class="hw">{}</span>').format(found.group())
        parts += [escape(text[at : found.start()]), mark]
        at = found.end()
    return Markup("").join([*parts, escape(text[at:])])


def english_quotes(text: str) -> str:
    """Straight quotation marks and apostrophes as an English compositor sets them."""
    text = re.sub(r"(^|[\s(\[–—“])'", r"\1‘", text).replace("'", "’")
    return re.sub(r'(^|[\s(\[–—‘])"', r"\1“", text).replace('"', "”")


def markdown_literal(text: str) -> str:
    """A text that Markdown prints as it stands."""
    return MARKDOWN.sub(r"\\\1", text)


def paragraph_number(id: str) -> str:
    """p57a -> 57a: the number people say; '' for a title or heading."""
    found = NUMBER.match(id)
    return found[1] + found[2] if found else ""


def heading_line(text: str) -> str:
    """A heading for display in lists: without its closing full stop."""
    return text.rstrip("。.")


def clipped(text: str, length: int) -> str:
    """The beginning of a text, with an ellipsis where it was cut."""
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"
