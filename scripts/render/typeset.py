"""Small typographic decisions, made here so that templates only draw."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable
from typing import Protocol

from markupsafe import Markup, escape

from scripts.model.annotation import Bilingual, Figure, FirstUse

HAN = r"\u2e80-\u9fff"
HALF_WIDTH = re.compile(rf"[,;:!?](?=[{HAN}“‘《（(—]|$)|(?<=[{HAN}”’》）)%])[,;:!?](?=\w)")
# What Markdown lets one escape; < and & become entities.
MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!])")
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


def one_line(value: object) -> object:
    """What a template prints. A text stays on its line: at the start of one, Markdown takes ``` for code."""
    return value.replace("\n", " ") if type(value) is str else value


def english_quotes(text: str) -> str:
    """Straight quotation marks and apostrophes as an English compositor sets them."""
    text = re.sub(r"(^|[\s(\[–—“])'", r"\1‘", text).replace("'", "’")
    return re.sub(r'(^|[\s(\[–—‘])"', r"\1“", text).replace('"', "”")


def said(text: Bilingual | FirstUse, language: str) -> str:
    """A text for readers of one language, with the marks of its typesetters."""
    return english_quotes(text.en) if language == "en" else text.zh


def markdown_literal(text: str) -> str:
    """A text that Markdown prints as it stands, on one line."""
    text = " ".join(text.split())
    return MARKDOWN.sub(r"\\\1", text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))


def spoken(title: str) -> str:
    """The language of a source's title, told by its letters: zh, ar, or else en."""
    return "zh" if re.search(f"[{HAN}]", title) else "ar" if re.search(r"[\u0600-\u06ff]", title) else "en"


def xhtml(html: str) -> Markup:
    """Sanitised HTML as XML: breaks are closed, and there is no named space."""
    return Markup(html.replace("<br>", "<br/>").replace("&nbsp;", "&#160;"))


def paragraph_number(id: str) -> str:
    """p57a -> 57a: the number people say; '' for a title or heading."""
    found = NUMBER.match(id)
    return found[1] + found[2] if found else ""


def sum_line(expression: str) -> str:
    """A sum as it is printed: a * b / 100 -> a × b ÷ 100."""
    return expression.replace("*", "×").replace("/", "÷").replace("-", "−")


def tongue(text: str, language: str) -> Markup:
    """A lang attribute where a text is not in the page's language."""
    chinese = re.search(f"[{HAN}]", text) is not None
    if chinese is (language == "zh"):
        return Markup("")
    return Markup(' lang="zh-Hans"' if chinese else ' lang="en"')


# How a bound is said with its number.
BOUNDED = {
    "zh": {"about": "{}左右", "at_least": "{}以上", "at_most": "{}以内", "over": "超{}", "nearly": "近{}"},
    "en": {"about": "about {}", "at_least": "at least {}", "at_most": "at most {}", "over": "over {}",
           "nearly": "nearly {}"},
}  # fmt: skip


def bounded(figure: Figure, language: str) -> str:
    """A figure as printed, with the bound the report gives it: nearly 30 billion yuan."""
    return BOUNDED[language].get(figure.bound, "{}").format(figure.printed.of(language))


def period_line(period: str, language: str) -> str:
    """An ISO 8601 year, month or day in words: 2013-12 -> December 2013, 2013年12月."""
    parts = period.split("-")
    if not all(part.isdigit() for part in parts) or len(parts) > 3:
        return period
    if language == "zh":
        return "".join(f"{int(n)}{unit}" for n, unit in zip(parts, "年月日", strict=False))
    month = f"{calendar.month_name[int(parts[1])]} " if len(parts) > 1 else ""
    return f"{int(parts[2])} {month}{parts[0]}" if len(parts) == 3 else f"{month}{parts[0]}"


def heading_line(text: str) -> str:
    """A heading for display in lists: without its closing full stop."""
    return text.rstrip("。.")


def clipped(text: str, length: int) -> str:
    """The beginning of a text, with an ellipsis where it was cut."""
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"


class _Identified(Protocol):
    @property
    def id(self) -> str: ...


def numbered(things: Iterable[_Identified]) -> dict[str, int]:
    """The place of each in its list, from 1, by id."""
    return {thing.id: place for place, thing in enumerate(things, 1)}
