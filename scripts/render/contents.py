"""A report's contents: parts and sections, where each is read, and what is translated."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from scripts.model.edition import Edition, Report
from scripts.model.text import Segment
from scripts.render.plan import address_book, plan
from scripts.render.templates import Templates
from scripts.render.views import heading_text, numbers


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents: a part or section, its address, and its paragraphs' ids with spaces between."""

    id: str
    kind: str
    part: str
    text: str
    href: str
    range: str
    paragraphs: str = ""


def contents_of(report: Report, language: str) -> list[Entry]:
    """The report's parts and sections in order, with the page each is read on."""
    book = address_book(report)
    _, pages = plan(report)
    under = _under(report)
    part_of = {s.id: p.part for p in pages for st in p.stretches for s in st.segments}
    entries = []
    for segment in report.text.segments:
        if segment.kind not in ("part", "section"):
            continue
        slug = book[segment.id]
        href = f"{report.id}/{slug}/" + ("" if slug == segment.id else f"#{segment.id}")
        inside = under.get(segment.id, [])
        part = "" if segment.kind == "part" else part_of[segment.id]
        text = heading_text(report, segment.id, language)
        ids = " ".join(s.id for s in inside if s.kind != "removed")
        entries.append(Entry(segment.id, segment.kind, part, text, href, numbers(inside), ids))
    return entries


def _under(report: Report) -> dict[str, list[Segment]]:
    """The paragraphs under each heading, at whatever depth."""
    found: dict[str, list[Segment]] = {}
    for segment in report.paragraphs:
        heading = segment.within
        while heading in report.by_id:
            found.setdefault(heading, []).append(segment)
            heading = report.by_id[heading].within
    return found


def translated(report: Report) -> dict[str, int]:
    """How many sentences and headings are in each state of translation; "" is not translated."""
    found = (report.rendering(sentence) for _, sentence in report.text.sentences())
    return dict(Counter(rendering.status if rendering else "" for rendering in found))


def standing(report: Report, edition: Edition, templates: Templates, language: str) -> str:
    """The plain statement on the translation: 340 reviewed, 18 revised."""
    t = templates.words(language)
    counts = translated(report)
    states = edition.vocabulary.get("translation_statuses", {})
    told = [t["state_count"].format(counts[s], edition.label("translation_statuses", s, language))
            for s in list(states)[::-1] if s in counts]  # fmt: skip
    told += [t["state_count"].format(counts[""], t["untranslated"])] if "" in counts else []
    return t["translation_standing"].format(sum(counts.values()), t["list_comma"].join(told))
