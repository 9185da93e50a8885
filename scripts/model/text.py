"""The text of a report as numbered pieces: segments and their sentences."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from scripts.model.problem import NOWHERE, Where

Kind = Literal[
    "title", "lead", "salutation", "part", "section", "subsection", "paragraph", "entry", "removed"
]
HEADINGS: tuple[Kind, ...] = ("part", "section", "subsection")

# What neither XML 1.0 nor HTML can hold: controls (tab and line feed aside), surrogates, non-characters.
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def checksum(text: str) -> str:
    """The first eight hexadecimal digits of the SHA-256 of the text in UTF-8."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:8]


def paragraph_address(report: str, segment: str, sentence: str = "") -> str:
    """The permanent address below the site's, of a paragraph or of a sentence in it.

    The title and headings have no page of their own: theirs is a place on the whole report's page.
    """
    if not segment.startswith("p"):
        return f"zh/{report}/full/#{segment}"
    anchor = f"#{sentence.rsplit('-', 1)[1]}" if "-s" in sentence else ""
    return f"{report}/{segment}/{anchor}"


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence; `after` is the white space that follows it inside its segment."""

    id: str
    text: str
    after: str = ""
    head: bool = False


@dataclass(frozen=True, slots=True)
class Segment:
    """A title, heading or paragraph.

    `within` names the heading it stands under; `first_sum` is the checksum of the text as
    first published; `after` is the separator that follows it in the source. A removed
    segment keeps its id, its last text in `was`, and in `into` the id that took it in.
    """

    id: str
    kind: Kind
    sentences: tuple[Sentence, ...] = ()
    within: str = ""
    after: str = ""
    first_sum: str = ""
    gone: tuple[str, ...] = ()
    was: str = ""
    into: str = ""
    where: Where = field(default=NOWHERE, compare=False)

    @property
    def text(self) -> str:
        """The words of the segment, without the separator that follows."""
        return "".join(s.text + s.after for s in self.sentences)

    @property
    def numbered(self) -> bool:
        """Whether it counts as a paragraph: p1, p2, …"""
        return self.id.startswith("p")

    @property
    def heading(self) -> bool:
        return self.kind in HEADINGS


@dataclass(frozen=True, slots=True)
class Text:
    """The whole text in order; `before` is what precedes the first segment."""

    segments: tuple[Segment, ...]
    before: str = ""

    def join(self) -> str:
        """The source text again, character for character."""
        live = (s.text + s.after for s in self.segments if s.kind != "removed")
        return self.before + "".join(live)

    def sentences(self) -> Iterator[tuple[Segment, Sentence]]:
        for segment in self.segments:
            for sentence in segment.sentences:
                yield segment, sentence
