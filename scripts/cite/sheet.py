"""The citations a permanent page shows without a script, and what machines read on it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from scripts.cite.data import cite_data
from scripts.cite.fill import filled, values_of
from scripts.cite.machine import context_object, meta_tags, paragraph_ld, script_safe
from scripts.cite.place import Place, paragraph_place, place_path
from scripts.model.edition import Edition, Report
from scripts.model.imprint import Imprint

# Each style in the language it is mostly written in; the dialog on other pages has the rest.
SHOWN = (
    ("gb7714-2025", "zh"), ("gb7714-2015", "zh"), ("apa", "en"), ("chicago", "en"), ("mla", "en"),
)  # fmt: skip
LEFT_OPEN = re.compile(r"(\{accessed\w*\}|\{url\})")
NO_DATE = "2000-01-01"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a citation: words, words in italics, the address, or a blank for the date."""

    kind: str
    text: str
    months: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    label: str
    language: str
    pieces: tuple[Piece, ...]
    in_text: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """All that a permanent page has of citations."""

    lines: tuple[Line, ...]
    tags: tuple[tuple[str, str], ...]
    coins: str
    ld: Markup
    known: bool


@dataclass(frozen=True, slots=True)
class Sheets:
    """One report's sheets; the data of its citations is made once."""

    report: Report
    imprint: Imprint
    data: Mapping[str, Any]
    address: str

    @classmethod
    def of(cls, edition: Edition, report: Report, address: str) -> Sheets | None:
        """The sheets of a report, or None where the edition has no imprint to cite."""
        if edition.imprint is None:
            return None
        data = cite_data(edition.imprint, address, report)
        return cls(report, edition.imprint, data, address)

    def sheet(self, segment: str) -> Sheet:
        """The sheet of one paragraph."""
        place, known = paragraph_place(segment), bool(self.address)
        url = f"{self.address}{place_path(place, self.report.id, 'zh')}" if known else ""
        return Sheet(
            tuple(self._line(place, id, language) for id, language in SHOWN),
            tuple(meta_tags(self.report, self.imprint, place, url)),
            context_object(self.report, self.imprint, place, url),
            script_safe(paragraph_ld(self.report, self.imprint, place, self.address)),
            known,
        )

    def _line(self, place: Place, id: str, language: str) -> Line:
        values = values_of(self.data, place, language, NO_DATE)
        form = self.data["forms"][id][language]
        label = next(s["label"] for s in self.data["styles"] if s["id"] == id)
        in_text = filled(form["in_text"].get("paragraph", ""), values)
        return Line(label, language, self._pieces(form["entry"]["paragraph"], values), in_text)

    def _pieces(self, form: str, values: Mapping[str, str]) -> tuple[Piece, ...]:
        pieces = []
        for i, run in enumerate(form.split("*")):
            for part in LEFT_OPEN.split(run):
                if part == "{url}":
                    pieces.append(Piece("url", values["url"]))
                elif LEFT_OPEN.fullmatch(part):
                    pattern, months = self.data["dates"][part[len("{accessed") : -1]]
                    pieces.append(Piece("date", pattern, months))
                elif part:
                    pieces.append(Piece("i" if i % 2 else "", filled(part, values)))
        return tuple(pieces)
