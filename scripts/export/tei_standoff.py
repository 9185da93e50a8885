"""Everything that hangs on the text, apart from it: names, glossary, and annotations with their spans.

TEI P5 chapter 17 (standOff, listAnnotation); spans are string-range pointers (16.2.4).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from xml.etree.ElementTree import Element, SubElement

from scripts.export.tei_elements import add, add_both, add_date, add_prose
from scripts.export.tei_glossary import NAMED, add_glossary, add_indicators, add_sources
from scripts.model.annotation import Bilingual, Figure, Note, Outcome, Source, Term
from scripts.model.edition import Edition, Report, Span

# What a bound says of the number, where the vocabulary of att.ranging has a word for it.
RANGES = {"at_least": "atLeast", "over": "atLeast", "at_most": "atMost", "nearly": "atMost"}


def standoff_element(report: Report, edition: Edition) -> Element | None:
    """The <standOff> of a report; None where nothing hangs on it."""
    root = Element("standOff")
    used = [t for t in edition.terms if edition.places(t, report)]
    add_glossary(root, used)
    add_indicators(root, report, edition)
    _listed(root, "terms", (_occurrence(*found) for t in used for found in _places(t, report, edition)))
    _listed(root, "figures", (_figure(figure, report, edition) for figure in report.figures))
    _listed(root, "notes", (_note(note, report) for note in report.notes))
    _listed(root, "outcomes", (_outcome(outcome, report) for outcome in report.outcomes))
    return root if len(root) else None


def _listed(root: Element, name: str, annotations: Iterable[Element]) -> None:
    found = list(annotations)
    if found:
        SubElement(root, "listAnnotation", type=name).extend(found)


def pointer(span: Span) -> str:
    """A span of a Chinese sentence as a TEI pointer."""
    return f"#string-range({span.sentence},{span.start},{span.end - span.start})"


def digits(value: Decimal) -> str:
    """A number as XML Schema has decimals: 15486000000, 7.5."""
    return format(value.normalize(), "f")


def _places(term: Term, report: Report, edition: Edition) -> Iterator[tuple[Term, int, Span]]:
    for number, occurrence in enumerate(edition.places(term, report), 1):
        yield term, number, occurrence.span


def _occurrence(term: Term, number: int, span: Span) -> Element:
    motive = "identifying" if term.category in NAMED else "describing"
    annotation = _annotation(f"occurrence-{term.id}-{number}", span, motive)
    add(annotation, "ptr", target=f"#t-{term.id}")
    return annotation


def _annotation(id: str, span: Span, motivation: str, ana: str = "") -> Element:
    home = Element("listAnnotation")
    return add(home, "annotation", id=id, target=pointer(span), motivation=motivation, ana=ana)


def _figure(figure: Figure, report: Report, edition: Edition) -> Element:
    """The span quotes the words; the note holds the number as data, printed in both languages."""
    ana = f"#figure_kinds-{figure.kind} #bounds-{figure.bound} #units-{figure.unit}"
    annotation = _annotation(f"figure-{figure.id}", report.anchors[figure.id], "classifying", ana)
    data = add(annotation, "note", type="figure")
    add_both(data, "term", figure.subject)
    for language in ("zh", "en"):
        measure = add(data, "measure", lang=language, quantity=digits(figure.value), unit=figure.unit)
        add(measure, "num", figure.printed.of(language), **_range(figure))
    add_date(data, figure.period)
    add_both(data, "placeName", figure.geography or report.card.place or Bilingual("", ""))
    if figure.base:
        add_both(data, "seg", figure.base, type="base")
    add_prose(annotation, "note", figure.note)
    if figure.indicator in edition.indicator:
        add(annotation, "ptr", type="indicator", target=f"#i-{figure.indicator}")
    if figure.related:
        add(annotation, "ptr", type="related", target=" ".join(f"#figure-{id}" for id in figure.related))
    return annotation


def _range(figure: Figure) -> dict[str, str]:
    """@value for a number that is meant exactly, else the bound of att.ranging."""
    return {RANGES.get(figure.bound, "value"): digits(figure.value)}


def _note(note: Note, report: Report) -> Element:
    annotation = _annotation(f"note-{note.id}", report.anchors[note.id], "commenting",
                             f"#note_kinds-{note.kind} #reviews-{note.review}")  # fmt: skip
    add_prose(annotation, "note", note.text, type="editorial")
    _told(annotation, note.sources)
    return annotation


def _outcome(outcome: Outcome, report: Report) -> Element:
    annotation = _annotation(f"outcome-{outcome.id}", report.anchors[outcome.id], "assessing",
                             f"#outcome_statuses-{outcome.status} #reviews-{outcome.review}")  # fmt: skip
    add_prose(annotation, "note", outcome.text, type="outcome")
    if outcome.period or outcome.value is not None:
        data = add(annotation, "note", type="figure")
        if outcome.value is not None:
            add(data, "measure", digits(outcome.value), quantity=digits(outcome.value), unit=outcome.unit)
        if outcome.period:
            add_date(data, outcome.period)
    add_prose(annotation, "note", outcome.looked_for, type="looked-for")
    _told(annotation, outcome.sources)
    if outcome.figure:
        add(annotation, "ptr", type="target", target=f"#figure-{outcome.figure}")
    return annotation


def _told(annotation: Element, sources: Iterable[Source]) -> None:
    """An annotation holds notes and pointers only: its sources are in a note."""
    listed = list(sources)
    if listed:
        add_sources(add(annotation, "note", type="sources"), listed)
