"""A report's contents: parts and sections, where each is read, and what is translated."""

from __future__ import annotations

from dataclasses import dataclass

from scripts.model.edition import Report
from scripts.render.plan import address_book, plan
from scripts.render.views import heading_text, numbers


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents: a part or section, its address and its paragraphs."""

    id: str
    kind: str
    part: str
    text: str
    href: str
    range: str


def contents_of(report: Report, language: str) -> list[Entry]:
    """The report's parts and sections in order, with the page each is read on."""
    book = address_book(report)
    _, pages = plan(report)
    part_of = {s.id: p.part for p in pages for st in p.stretches for s in st.segments}
    entries = []
    for segment in report.text.segments:
        if segment.kind not in ("part", "section"):
            continue
        slug = book[segment.id]
        href = f"{report.id}/{slug}/" + ("" if slug == segment.id else f"#{segment.id}")
        inside = [s for s in report.paragraphs if segment.id in _above(report, s.within)]
        part = "" if segment.kind == "part" else part_of[segment.id]
        text = heading_text(report, segment.id, language)
        entries.append(Entry(segment.id, segment.kind, part, text, href, numbers(inside)))
    return entries


def _above(report: Report, heading: str) -> set[str]:
    found = set()
    while heading in report.by_id:
        found.add(heading)
        heading = report.by_id[heading].within
    return found


def translated(report: Report) -> tuple[int, int]:
    """How many sentences and headings have an English rendering, and how many have none."""
    sentences = [s for _, s in report.text.sentences()]
    done = sum(1 for s in sentences if report.rendering(s))
    return done, len(sentences) - done
