"""A report: what it is, its text, its translation and its errata."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from scripts.model.annotation import Bilingual, Source, word_from
from scripts.model.problem import NOWHERE, Where


@dataclass(frozen=True, slots=True)
class SplitHints:
    """The editor's word on how the source is to be read; see scripts.split.structure.Hints."""

    leave_section: tuple[str, ...] = ()
    leave_part: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    not_heads: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReportCard:
    """report.yml: what the report is and where its text comes from.

    With `coverage: full` a quoted string or title with no glossary entry is an error.
    """

    title: Bilingual
    short_title: Bilingual
    body: Bilingual
    speaker: Bilingual
    role: Bilingual
    occasion: Bilingual
    date: str
    origin: Bilingual
    sha256: str
    description: Bilingual
    place: Bilingual | None = None
    sources: tuple[Source, ...] = ()
    split: SplitHints = SplitHints()
    coverage: str = word_from("coverages", "listed")
    where: Where = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Erratum:
    """One entry of errata.yml: a published text was corrected. Sums are checksums of the text."""

    id: str
    was: str
    now: str
    date: str
    reason: Bilingual
    where: Where = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Rendering:
    """The English of one segment or sentence.

    `with_id` names the sentence whose translation also holds this one's words.
    """

    text: str = ""
    status: str = word_from("translation_statuses", "draft")
    with_id: str = ""
    note: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Departure:
    """A place where the English departs from the glossary or from a number on purpose.

    `term` is the id of the term, or `number` the number as printed on either side.
    """

    at: str
    reason: str
    term: str = ""
    number: str = ""
    where: Where = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Translation:
    """en.yml: renderings by id. Untranslated sentences are there with no text.

    `status` holds for those that do not name their own; `line` is the line it stands on.
    """

    renderings: Mapping[str, Rendering] = field(default_factory=dict)
    departures: tuple[Departure, ...] = ()
    path: str = ""
    status: str = word_from("translation_statuses", "draft")
    line: int = 0
