"""Both languages of a stretch of text, block by block, as a reading page holds them.

A page has a language of its own: its explanations are in that language, and its sentences
carry the ids. The other language stands beside it, block for block.
"""

from __future__ import annotations

from dataclasses import dataclass

from scripts.model.edition import LANGUAGES, Edition, Report
from scripts.model.text import Segment
from scripts.render.glosses import Gloss
from scripts.render.marks import Index
from scripts.render.views import Reader, SentenceView, heading_text


@dataclass(frozen=True, slots=True)
class Tract:
    """One language's sentences of a block; `own` where it is the page's language."""

    code: str
    lang: str
    own: bool
    sentences: tuple[SentenceView, ...]


@dataclass(frozen=True, slots=True)
class Paired:
    """A segment in both languages: each block is the Chinese, then the English. `other` is a heading's."""

    id: str
    kind: str
    number: str
    blocks: tuple[tuple[Tract, ...], ...]
    line: str = ""
    other: str = ""


class Spread:
    """A reader of one page in its own language, with the other language beside."""

    def __init__(self, edition: Edition, report: Report, language: str, index: Index | None = None) -> None:
        self.language = language
        self.own = Reader(edition, report, language, index)
        self.other = Reader(edition, report, _other(language), self.own.index)

    @property
    def report(self) -> Report:
        return self.own.report

    def segment(self, segment: Segment) -> Paired:
        """The segment with the marks of both languages."""
        sides = {r.language: r.segment(segment) for r in (self.own, self.other)}
        view = sides[self.language]
        if segment.heading:
            both = (heading_text(self.report, segment.id, x) for x in (self.language, _other(self.language)))
            return Paired(view.id, view.kind, "", (), *both)
        blocks = zip(*(sides[code].blocks for code in LANGUAGES), strict=True)
        return Paired(view.id, view.kind, view.number, tuple(map(self._block, blocks)))

    def _block(self, pair: tuple[tuple[SentenceView, ...], ...]) -> tuple[Tract, ...]:
        langs = {"zh": "zh-Hans", "en": "en-GB"}
        return tuple(
            Tract(code, langs[code], code == self.language, views)
            for code, views in zip(LANGUAGES, pair, strict=True)
        )

    def glosses(self) -> list[Gloss]:
        """An explanation of everything marked in either language, in the page's own: in the order met."""
        met = self.own.used | {id: layer for id, layer in self.other.used.items() if id not in self.own.used}
        return [self.own.gloss(id, layer) for id, layer in met.items()]


def _other(language: str) -> str:
    return "en" if language == "zh" else "zh"
