"""The form of a paragraph's own JSON file; from these classes come the files and their schema."""

from __future__ import annotations

from dataclasses import dataclass

from scripts.model.annotation import Bilingual, Figure, Note, Outcome
from scripts.model.report import Erratum


@dataclass(frozen=True, slots=True)
class ReportName:
    """The report a paragraph is of."""

    id: str
    title: Bilingual
    speaker: Bilingual
    role: Bilingual
    date: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading above the paragraph."""

    id: str
    text: Bilingual


@dataclass(frozen=True, slots=True)
class SentencePair:
    """A sentence: `joined_to` names the one whose English says this one's words, too."""

    id: str
    address: str
    zh: str
    after: str
    head: bool
    en: str
    en_status: str
    joined_to: str


@dataclass(frozen=True, slots=True)
class Sums:
    """SHA-256 of the Chinese text in UTF-8, in hexadecimal, and its first eight digits."""

    sha256: str
    short: str


@dataclass(frozen=True, slots=True)
class Place:
    """The words annotated: characters of a sentence's Chinese, counted from 0 in Unicode code points."""

    sentence: str
    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class TermHere:
    at: Place
    id: str
    zh: str
    en: str
    gloss: Bilingual
    address: Bilingual


@dataclass(frozen=True, slots=True)
class NoteHere:
    at: Place
    entry: Note


@dataclass(frozen=True, slots=True)
class FigureHere:
    at: Place
    entry: Figure


@dataclass(frozen=True, slots=True)
class OutcomeHere:
    at: Place
    entry: Outcome


@dataclass(frozen=True, slots=True)
class Annotations:
    terms: tuple[TermHere, ...]
    notes: tuple[NoteHere, ...]
    figures: tuple[FigureHere, ...]
    outcomes: tuple[OutcomeHere, ...]


@dataclass(frozen=True, slots=True)
class Removal:
    """What a removed paragraph last said, and the paragraph that took it in, if one did."""

    was: str
    merged_into: str


@dataclass(frozen=True, slots=True)
class History:
    """What became of the paragraph since it was first published; `first_sum` is its checksum then."""

    first_sum: str
    corrections: tuple[Erratum, ...]
    gone_sentences: tuple[str, ...]
    took_in: tuple[str, ...]
    removed: Removal | None


@dataclass(frozen=True, slots=True)
class Addresses:
    page: str
    json: str
    txt: str
    md: str
    card: str


@dataclass(frozen=True, slots=True)
class Release:
    """The state of the edition the file was made from."""

    title: Bilingual
    version: str
    released: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph with all that hangs on it. `unofficial` is always true: the English is the edition's."""

    id: str
    kind: str
    report: ReportName
    headings: tuple[Heading, ...]
    text: Bilingual
    sentences: tuple[SentencePair, ...]
    checksum: Sums
    unofficial: bool
    annotations: Annotations
    history: History
    addresses: Addresses
    edition: Release | None
