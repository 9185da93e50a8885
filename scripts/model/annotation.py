"""The annotation layers. These classes are the schema: their fields are the keys of the
YAML files, and the table of fields on the contributing pages is tested against them.

Strings stay strings. `vocabulary` in a field's metadata names the list in
annotations/glossary/vocabulary.yml that its value must come from.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from scripts.model.problem import NOWHERE, Where


def word_from(vocabulary: str, default: str | None = None) -> Any:
    """A field whose value is a key of the named vocabulary."""
    if default is None:
        return field(metadata={"vocabulary": vocabulary})
    return field(default=default, metadata={"vocabulary": vocabulary})


@dataclass(frozen=True, slots=True)
class Bilingual:
    """The same statement for a Chinese and for an English reader."""

    zh: str
    en: str

    def of(self, language: str) -> str:
        return self.zh if language == "zh" else self.en


@dataclass(frozen=True, slots=True)
class Source:
    """Where a statement can be checked. `date` is the document's, in ISO 8601, as far as known."""

    title: str
    publisher: str
    date: str = ""
    number: str = ""
    url: str = ""
    accessed: str = ""
    tier: str = word_from("tiers", "press")
    where: Where = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class FirstUse:
    """When and where a term was first used officially, as far as a source tells. ISO 8601."""

    date: str
    zh: str
    en: str

    def of(self, language: str) -> str:
        return self.zh if language == "zh" else self.en


@dataclass(frozen=True, slots=True)
class Term:
    """A glossary entry. `zh` and its variants are the words it is found by in the reports.

    `items` are the things a number in the term stands for, in the source's order.
    """

    id: str
    zh: str
    en: str
    pinyin: str
    gloss: Bilingual
    category: str = word_from("categories")
    scope: str = word_from("scopes")
    status: str = word_from("statuses")
    rendering: str = word_from("renderings", "own")
    zh_variants: tuple[str, ...] = ()
    en_variants: tuple[str, ...] = ()
    explanation: Bilingual | None = None
    items: tuple[Bilingual, ...] = ()
    first_use: FirstUse | None = None
    looked_for: Bilingual | None = None
    only_in: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    review: str = word_from("reviews", "drafted")
    where: Where = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Note:
    """An editor's note on one place of one report."""

    id: str
    at: str
    quote: str
    text: Bilingual
    kind: str = word_from("note_kinds")
    occurrence: int = 0
    sources: tuple[Source, ...] = ()
    review: str = word_from("reviews", "drafted")
    where: Where = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of the report as data: `value` in the base unit, `printed` as it stands."""

    id: str
    at: str
    quote: str
    printed: Bilingual
    subject: Bilingual
    value: Decimal
    period: str
    unit: str = word_from("units")
    kind: str = word_from("figure_kinds")
    bound: str = word_from("bounds", "exact")
    occurrence: int = 0
    indicator: str = ""
    geography: Bilingual | None = None
    base: Bilingual | None = None
    related: tuple[str, ...] = ()
    note: Bilingual | None = None
    sources: tuple[Source, ...] = ()
    where: Where = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of something the report announced, or that no page telling it was found."""

    id: str
    at: str
    quote: str
    text: Bilingual
    status: str = word_from("outcome_statuses")
    period: str = ""
    occurrence: int = 0
    figure: str = ""
    value: Decimal | None = None
    unit: str = word_from("units", "")
    looked_for: Bilingual | None = None
    sources: tuple[Source, ...] = ()
    review: str = word_from("reviews", "drafted")
    where: Where = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Indicator:
    """A quantity that reports share, so that another year or city lines up."""

    id: str
    name: Bilingual
    definition: Bilingual
    unit: str = word_from("units")
    sources: tuple[Source, ...] = ()
    where: Where = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Uncounted:
    """A word whose numeral counts nothing, or is not carried over into English: 十分, 长三角."""

    zh: str
    reason: str
    where: Where = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Label:
    """One word of a vocabulary, as readers see it."""

    id: str
    zh: str
    en: str
    where: Where = field(default=NOWHERE, compare=False)

    def of(self, language: str) -> str:
        return self.zh if language == "zh" else self.en
