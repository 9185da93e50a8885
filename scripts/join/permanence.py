"""Whether the edition keeps what its last release promised: no address gone, none with another meaning.

What was changed on purpose stands in an errata log: texts in the report's errata.yml, annotations
in annotations/errata.yml, with the checksum before and after ("removed" for what is gone).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from scripts.model.annotation import Figure, Note, Outcome
from scripts.model.edition import Edition, Report
from scripts.model.problem import Problem
from scripts.model.release import GONE, Recorded
from scripts.model.report import Erratum
from scripts.model.text import Segment, checksum, paragraph_address

PATH = "docs/release.tsv"
ERRATA = "annotations/errata.yml"
PLACES = {
    Figure: ("figure", "figures/#"),
    Note: ("note", "notes/#"),
    Outcome: ("outcome", "targets/#outcome-"),
}
TEXTS = ("paragraph", "heading", "sentence")


def promises(edition: Edition) -> Iterator[Recorded]:
    """Everything of the edition that people cite, in a settled order."""
    for report in edition.reports:
        for segment in report.text.segments:
            yield from _text(report, segment)
        entries: list[Figure | Note | Outcome] = [*report.figures, *report.notes, *report.outcomes]
        for entry in entries:
            kind, place = PLACES[type(entry)]
            address = f"zh/{report.id}/{place}{entry.id}"
            yield Recorded(kind, f"{report.id}/{entry.id}", address, _meaning(entry))
    for term in edition.terms:
        yield Recorded("term", f"glossary/{term.id}", f"zh/glossary/#{term.id}", checksum(term.zh))


def _text(report: Report, segment: Segment) -> Iterator[Recorded]:
    if segment.kind == "title":
        return
    sum = GONE if segment.kind == "removed" else checksum(segment.text)
    kind = "paragraph" if segment.numbered else "heading"
    yield Recorded(kind, f"{report.id}/{segment.id}", paragraph_address(report.id, segment.id), sum)
    for sentence in segment.sentences if segment.numbered else ():
        address = paragraph_address(report.id, segment.id, sentence.id)
        yield Recorded("sentence", f"{report.id}/{sentence.id}", address, checksum(sentence.text))


def _meaning(entry: Figure | Note | Outcome) -> str:
    """The checksum of what one would be citing: the place, the words, and a figure's value."""
    said = f"{entry.at}\n{entry.quote}"
    if isinstance(entry, Figure):
        said += f"\n{entry.value}\n{entry.unit}\n{entry.period}"
    return checksum(said)


def verify_release(
    last: Iterable[Recorded], edition: Edition, errata: Iterable[Erratum] = ()
) -> Iterator[Problem]:
    """A problem for each promise that is not kept. `errata` are those of the annotations."""
    logged = {(e.id, e.was): e.now for e in errata}
    for report in edition.reports:
        logged |= {(f"{report.id}/{e.id}", e.was): e.now for e in report.errata}
    now = {(p.kind, p.id): p.sum for p in promises(edition)}
    reports = {report.id for report in edition.reports}
    lost: dict[str, Recorded] = {}
    for promise in last:
        place = promise.id.split("/")[0]
        if promise.kind != "page" and place not in reports and place != "glossary":
            lost.setdefault(place, promise)
        elif promise.kind != "page":
            yield from _kept(promise, now.get((promise.kind, promise.id), GONE), logged)
    for place, first in lost.items():
        remedy = f"put docs/reports/{place} back; a new edition begins without {PATH}"
        yield Problem(PATH, first.line, f"a published report is gone: {place}; {remedy}")


def _kept(promise: Recorded, now: str, logged: Mapping[tuple[str, str], str]) -> Iterator[Problem]:
    sum = promise.sum
    seen = set()
    while sum != now and (promise.id, sum) in logged and sum not in seen:
        seen.add(sum)
        sum = logged[promise.id, sum]
    if sum == now:
        return
    if promise.kind == "sentence":  # its paragraph answers for it
        paragraph = promise.id.rsplit("-s", 1)[0]
        if any(id == paragraph for id, _ in logged):
            return
    what = "is gone" if now == GONE else "means something else"
    id = promise.id.split("/")[1] if promise.kind in TEXTS else promise.id
    log = f"docs/reports/{promise.id.split('/')[0]}/errata.yml" if promise.kind in TEXTS else ERRATA
    entry = f"{{id: {id}, was: {promise.sum}, now: {now}, date: …, reason: …}}"
    told = f"a published {promise.kind} {what}: {promise.id}; undo it, or add to {log}: {entry}"
    yield Problem(PATH, promise.line, told)
