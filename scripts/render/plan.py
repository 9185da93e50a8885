"""Which paragraphs stand on which reading page.

The opening stands on the contents page. A long part has a page of its own and one for each
section; a short part is one page. What follows the last section without belonging to it is
read on that section's page, set off and labelled.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from scripts.model.annotation import Term
from scripts.model.edition import Report
from scripts.model.once import once
from scripts.model.text import Segment

SHORT_PART = 1_500


@dataclass(frozen=True, slots=True)
class Stretch:
    """Consecutive segments under one heading (none for opening and close)."""

    heading: str
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class ReadingPage:
    """A page of the report; `slug` is the id of its first heading, `part` the part it is in."""

    slug: str
    part: str
    stretches: tuple[Stretch, ...]

    @property
    def paragraphs(self) -> tuple[Segment, ...]:
        return tuple(s for st in self.stretches for s in st.segments if s.numbered)


def stretches(report: Report) -> list[Stretch]:
    """The text cut where a heading begins or the heading a paragraph stands under changes."""
    groups: list[tuple[str, list[Segment]]] = [("", [])]
    for segment in report.text.segments:
        if segment.kind in ("removed", "title"):
            continue
        if segment.kind in ("part", "section"):
            groups.append((segment.id, [segment]))
            continue
        home = _home(report, segment)
        if home != groups[-1][0]:
            groups.append((home, []))
        groups[-1][1].append(segment)
    return [Stretch(heading, tuple(segments)) for heading, segments in groups]


def _home(report: Report, segment: Segment) -> str:
    """The part or section a segment stands under; subsections do not make pages."""
    above = report.by_id.get(segment.within)
    while above and above.kind == "subsection":
        above = report.by_id.get(above.within)
    return above.id if above else ""


@once
def plan(report: Report) -> tuple[tuple[Stretch, ...], tuple[ReadingPage, ...]]:
    """The opening, and the reading pages in order."""
    groups = stretches(report)
    first = next((i for i, g in enumerate(groups) if g.heading), len(groups))
    pages: list[ReadingPage] = []
    short = _short_parts(report)
    for group in groups[first:]:
        part = _part_of(report, group.heading)
        begins = bool(group.segments) and group.segments[0].id == group.heading
        if begins and (group.heading == part or part not in short):
            pages.append(ReadingPage(group.heading, part, (group,)))
        else:
            last = pages.pop()
            pages.append(ReadingPage(last.slug, last.part, (*last.stretches, group)))
    return tuple(groups[:first]), tuple(pages)


def _part_of(report: Report, heading: str) -> str:
    above = report.by_id.get(heading)
    while above and above.within:
        above = report.by_id.get(above.within)
    return above.id if above else ""


def _short_parts(report: Report) -> set[str]:
    lengths: dict[str, int] = {}
    for segment in report.text.segments:
        part = _part_of(report, segment.within)
        lengths[part] = lengths.get(part, 0) + len(segment.text)
    return {part for part, length in lengths.items() if length <= SHORT_PART}


@once
def address_book(report: Report) -> Mapping[str, str]:
    """For each heading and paragraph the slug of its reading page; '' is the contents page."""
    opening, pages = plan(report)
    book = {s.id: "" for stretch in opening for s in stretch.segments}
    book |= {s.id: page.slug for page in pages for st in page.stretches for s in st.segments}
    return book | {"title": ""}


def category_page(category: str) -> str:
    """The name of the page that holds the entries of a category."""
    return category.replace("_", "-")


def entry_href(term: Term) -> str:
    """Where an entry stands whole, from the language's root; glossary/#ID never changes."""
    return f"glossary/{category_page(term.category)}/#{term.id}"


@once
def sections(report: Report) -> Mapping[str, list[ReadingPage]]:
    """The section pages of each part that has some, by the part's slug."""
    found: dict[str, list[ReadingPage]] = {}
    for page in plan(report)[1]:
        if page.slug != page.part:
            found.setdefault(page.part, []).append(page)
    return found


def page_path(page: ReadingPage, report: Report) -> str:
    """A part with section pages is their index in the navigation; its address is the same."""
    return f"{page.slug}/index.md" if page.slug in sections(report) else f"{page.slug}.md"
