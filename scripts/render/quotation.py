"""A paragraph to paste: its words, then where they stand, as plain text and as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.model.edition import LANGUAGES, Edition, Report
from scripts.model.text import Segment
from scripts.render.templates import Templates
from scripts.render.typeset import paragraph_number, period_line

# What CommonMark would take for its own: anywhere in a line, and at its beginning.
MARKUP = re.compile(r"[\\`*_\[\]<>&]|^[#+=~-]|^(\d+)(?=[.)])")


def quotation_files(edition: Edition, templates: Templates, address: str) -> Iterator[tuple[str, str]]:
    """path -> text: ID/p57.txt and ID/p57.md for every paragraph. `address` is the site's, or empty."""
    for report in edition.reports:
        for segment in report.paragraphs:
            place = f"{report.id}/{segment.id}"
            cited = [cited_as(edition, report, segment, x, templates) for x in LANGUAGES]
            url = f"{address}{place}/"
            said = _said(report, segment)
            yield f"{place}.txt", _plain(said, cited, url)
            yield f"{place}.md", _markdown(said, cited, url)


def cited_as(edition: Edition, report: Report, segment: Segment, language: str, templates: Templates) -> str:
    """Speaker, title, date, paragraph, edition and version, in one line, without the address."""
    words, card = templates.words(language), report.card
    return words["cited_as" if segment.kind != "removed" else "cited_removed"].format(
        speaker=card.speaker.of(language), title=card.title.of(language),
        date=period_line(card.date, language), number=paragraph_number(segment.id),
        edition=imprint_line(edition, language, templates),
    )  # fmt: skip


def imprint_line(edition: Edition, language: str, templates: Templates) -> str:
    """The edition's name, version and date."""
    words, made = templates.words(language), edition.imprint
    if made is None:
        return words["site_name"]
    released = period_line(made.released, language)
    return words["imprint_line"].format(title=made.title.of(language), version=made.version, date=released)


def _said(report: Report, segment: Segment) -> list[list[str]]:
    """The blocks of a paragraph, by language; a language with no words of its own is left out."""
    if segment.kind == "removed":
        return [[segment.was]]
    zh: list[str] = [""]
    en: list[list[str]] = [[]]
    for sentence in segment.sentences:
        if sentence.head and zh[-1]:
            zh.append("")
            en.append([])
        zh[-1] += sentence.text + sentence.after
        rendering = report.rendering(sentence)
        en[-1] += [rendering.text] if rendering and rendering.text else []
    return [zh, *([[" ".join(block) for block in en if block]] if any(en) else [])]


def _plain(said: list[list[str]], cited: list[str], url: str) -> str:
    blocks = ["\n".join(blocks) for blocks in said]
    return "\n\n".join([*blocks, "\n".join([*cited, url])]) + "\n"


def _markdown(said: list[list[str]], cited: list[str], url: str) -> str:
    """CommonMark: a block quotation with its source beneath."""
    quoted = "\n>\n".join(f"> {_literal(block)}" for blocks in said for block in blocks)
    lines = "  \n".join(_literal(line) for line in cited)
    return f"{quoted}\n\n{lines}  \n<{url}>\n"


def _literal(text: str) -> str:
    """A line that CommonMark prints as it stands, with no more escapes than that takes."""
    return MARKUP.sub(lambda m: f"{m[1]}\\" if m[1] else f"\\{m[0]}", text)
