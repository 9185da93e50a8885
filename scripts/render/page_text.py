"""The plain text of hand-written pages and annotations, cut where a reader sees a block end."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from markdown import Markdown

HEADINGS = ("h1", "h2", "h3", "h4")
BLOCKS = (*HEADINGS, "p", "li", "td", "th", "pre", "dt", "dd", "tr")
# What the hand-written pages are written in: mkdocs.yml's extensions that make text, and fenced code.
EXTENSIONS = ("attr_list", "tables", "md_in_html", "fenced_code")
FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.S)


@dataclass(slots=True)
class Section:
    """A heading with its anchor, and the blocks that stand below it."""

    anchor: str
    heading: str = ""
    blocks: list[str] = field(default_factory=list)


class _Blocks(HTMLParser):
    """Collects the text of each block, white space as a browser shows it."""

    def __init__(self) -> None:
        super().__init__()
        self.sections = [Section("")]
        self.words: list[str] = []
        self.in_heading = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in BLOCKS:
            self.flush()
        if tag in HEADINGS:
            self.sections.append(Section(dict(attrs).get("id") or ""))
            self.in_heading = True

    def handle_endtag(self, tag: str) -> None:
        if tag in BLOCKS:
            self.flush()
        if tag in HEADINGS:
            self.in_heading = False

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def flush(self) -> None:
        text = " ".join("".join(self.words).split())
        self.words = []
        if text and self.in_heading:
            self.sections[-1].heading = text
        elif text:
            self.sections[-1].blocks.append(text)


def sections(markdown: str) -> list[Section]:
    """A hand-written page by its headings; front matter left out."""
    html = Markdown(extensions=list(EXTENSIONS)).convert(FRONT_MATTER.sub("", markdown))
    return [section for section in _read(html) if section.heading or section.blocks]


def blocks(html: str) -> list[str]:
    """The blocks of a sanitised annotation, as plain text."""
    return [block for section in _read(html) for block in section.blocks]


def _read(html: str) -> list[Section]:
    reader = _Blocks()
    reader.feed(html)
    reader.close()
    reader.flush()
    return reader.sections
