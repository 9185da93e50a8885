"""Every source the edition cites, each once, with what cites it: so that it can be found again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scripts.export.table import BETWEEN, as_csv
from scripts.join.permanence import PLACES
from scripts.model.annotation import Figure, Note, Outcome, Source
from scripts.model.edition import Edition

COLUMNS = (
    "title", "publisher", "date", "number", "url", "accessed", "tier", "cited_by", "addresses",
)  # fmt: skip
Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Citing:
    """One place where a source is cited: kind/id of the entry, and its address below the site's."""

    source: Source
    entry: str
    address: str


def citings(edition: Edition) -> Iterator[Citing]:
    """Every source of every entry: terms, indicators, then report by report."""
    for term in edition.terms:
        yield from (Citing(s, f"term/{term.id}", f"zh/glossary/#{term.id}") for s in term.sources)
    for indicator in edition.indicators:  # an indicator has no address of its own
        yield from (Citing(s, f"indicator/{indicator.id}", "") for s in indicator.sources)
    for report in edition.reports:
        yield from (Citing(s, f"report/{report.id}", f"zh/{report.id}/") for s in report.card.sources)
        entries: list[Figure | Note | Outcome] = [*report.notes, *report.figures, *report.outcomes]
        for entry in entries:
            kind, place = PLACES[type(entry)]
            where = f"zh/{report.id}/{place}{entry.id}"
            yield from (Citing(s, f"{kind}/{report.id}/{entry.id}", where) for s in entry.sources)


def sources_csv(edition: Edition, address: str = "") -> str:
    """A row for each source, in the order of publisher, date and title; `accessed` is the latest day."""
    found: dict[Key, list[Citing]] = {}
    for citing in citings(edition):
        s = citing.source
        found.setdefault((s.publisher, s.date, s.title, s.number, s.url), []).append(citing)
    return as_csv(COLUMNS, (_row(found[key], address) for key in sorted(found)))


def _row(cited: list[Citing], address: str) -> dict[str, str]:
    source = cited[0].source
    return {
        **{name: getattr(source, name) for name in COLUMNS[:5]},
        "accessed": max(c.source.accessed for c in cited),
        "tier": source.tier,
        "cited_by": BETWEEN.join(dict.fromkeys(c.entry for c in cited)),
        "addresses": BETWEEN.join(dict.fromkeys(address + c.address for c in cited if c.address)),
    }
