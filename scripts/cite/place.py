"""What is cited: a place of a report, an entry of the glossary, a report, or the edition."""

from __future__ import annotations

from dataclasses import dataclass

from scripts.model.annotation import Figure, Term
from scripts.model.edition import Report
from scripts.model.text import paragraph_address
from scripts.render.typeset import english_quotes, paragraph_number, period_line


@dataclass(frozen=True, slots=True)
class Place:
    """`kind` is paragraph, sentence, figure, term, report or edition.

    `number` is a paragraph's as people say it, `sentence` counts from 1, `title` is the name of a
    figure or term in the reader's language, `original` a term's in Chinese for an English
    reader. `url` is its address as found out where the site's is not known.
    """

    kind: str
    number: str = ""
    sentence: str = ""
    id: str = ""
    title: str = ""
    original: str = ""
    url: str = ""


EDITION = Place("edition")
REPORT = Place("report")


def paragraph_place(segment: str, sentence: str = "") -> Place:
    """A paragraph, or with `sentence` (p57-s2) one sentence of it."""
    number = paragraph_number(segment)
    if not sentence:
        return Place("paragraph", number, id=segment)
    return Place("sentence", number, sentence.rsplit("-s", 1)[1], sentence)


def figure_place(report: Report, figure: Figure, language: str) -> Place:
    """A figure; its number is that of the paragraph it stands in, if it stands in one."""
    segment = report.segment_of[report.anchors[figure.id].sentence]
    number, title = paragraph_number(segment.id), datum_title(figure, language)
    return Place("figure", number, id=figure.id, title=title)


def datum_title(figure: Figure, language: str) -> str:
    """What a figure is of, and when: 社会消费品零售总额（2019年）, Total retail sales (2019)."""
    subject, period = figure.subject.of(language), period_line(figure.period, language)
    if language == "zh":
        return f"{subject}（{period}）" if period else subject
    subject = english_quotes(subject[:1].upper() + subject[1:])
    return f"{subject} ({period})" if period else subject


def term_place(term: Term, language: str) -> Place:
    """An entry of the glossary."""
    name, original = (term.zh, "") if language == "zh" else (term.en, term.zh)
    return Place("term", id=term.id, title=name, original=original)


def place_id(place: Place) -> str:
    """The id of a place; that of a paragraph or sentence is made from its numbers."""
    if place.kind not in ("paragraph", "sentence"):
        return place.id
    return f"p{place.number}-s{place.sentence}" if place.sentence else f"p{place.number}"


def place_path(place: Place, report: str, language: str) -> str:
    """The permanent address of a place below the site's; figures and terms have one a language."""
    if place.kind in ("paragraph", "sentence"):
        return paragraph_address(report, f"p{place.number}", place_id(place))
    return {
        "figure": f"{language}/{report}/figures/#{place.id}",
        "term": f"{language}/glossary/#{place.id}",
        "report": f"{language}/{report}/",
        "edition": "",
    }[place.kind]
