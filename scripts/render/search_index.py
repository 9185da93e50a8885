"""The search index, in parts: what a reader needs first is small and comes first.

`report-LANG` (text, headings and figures in one language) and `lemmas` (the glossary's words in
both) are what a reader of LANG asks for; the other language's `report` and `more-LANG`
(definitions, notes, hand-written pages) follow. `traditional` is the table of characters.
Matching is done in the browser (overrides/assets/js/search-*.js).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

from scripts.model.annotation import Term
from scripts.model.edition import LANGUAGES, Edition, Report
from scripts.model.text import Segment
from scripts.render.glosses import block, inline
from scripts.render.lists import in_text_order
from scripts.render.page_text import blocks, sections
from scripts.render.pinyin import syllables
from scripts.render.plan import address_book, category_page
from scripts.render.traditional import traditional

Pages = Mapping[str, Mapping[str, str]]
Row = list[object]
TITLE = re.compile(r"^title: (.*)$", re.M)


def search_files(edition: Edition, hand_written: Pages) -> dict[str, str]:
    """path below the site's root -> content.

    Each part is there twice: as JSON, and as a script for pages read from a folder, where browsers
    let no program read a file.
    """
    pairs = traditional(report.source for report in edition.reports)
    parts: dict[str, object] = {"lemmas": _lemmas(edition), "traditional": pairs}
    for language in LANGUAGES:
        parts[f"report-{language}"] = [_report(report, language) for report in edition.reports]
        parts[f"more-{language}"] = {
            "definitions": [[t.id, _definition(t, language)] for t in edition.terms],
            "notes": list(_notes(edition, language)),
            "pages": list(_pages(hand_written.get(language, {}))),
        }
    files = {}
    for name, part in parts.items():
        text = json.dumps(part, ensure_ascii=False, separators=(",", ":"))
        files[f"search/{name}.json"] = text
        files[f"search/{name}.js"] = f'EditionParts.arrive("{name}",{text});\n'
    return files


def _lemmas(edition: Edition) -> dict[str, object]:
    """The words of every entry by the page it stands on. Columns compress better than rows."""
    by_page: dict[str, list[Term]] = {}
    for term in edition.terms:
        by_page.setdefault(category_page(term.category), []).append(term)
    return {
        page: {
            "ids": [t.id for t in terms],
            "zh": [[t.zh, *t.zh_variants] for t in terms],
            "en": [[t.en, *t.en_variants] for t in terms],
            "pinyin": [syllables(t.pinyin, t.zh) for t in terms],
        }
        for page, terms in by_page.items()
    }


def _report(report: Report, language: str) -> dict[str, object]:
    """Segments as [id, heading above, page, sentences], figures as [id, segment, subject, printed]."""
    book = address_book(report)
    shown = [s for s in report.text.segments if s.kind not in ("removed", "title")]
    figures = [
        [f.id, report.segment_of[report.anchors[f.id].sentence].id, f.subject.of(language),
         f.printed.of(language)]
        for f in in_text_order(report, report.figures)
    ]  # fmt: skip
    return {
        "id": report.id,
        "name": report.card.short_title.of(language),
        "segments": [[s.id, s.within, book[s.id], _sentences(report, s, language)] for s in shown],
        "figures": figures,
    }


def _sentences(report: Report, segment: Segment, language: str) -> list[str]:
    """The sentences as they stand; in Chinese with the white space between them, which is the text's.

    An untranslated sentence has no English: the Chinese is found in the other part.
    """
    if language == "zh":
        return [s.text + s.after for s in segment.sentences]
    return [found.text for s in segment.sentences if (found := report.rendering(s)) and found.text]


def _definition(term: Term, language: str) -> list[str]:
    """What the entry says beside its forms: meaning, explanation, items, first use, what was looked for."""
    texts = blocks(inline(term.gloss, language))
    texts += blocks(block(term.explanation, language)) if term.explanation else []
    texts += [item.of(language) for item in term.items]
    texts += [term.first_use.of(language)] if term.first_use else []
    texts += blocks(block(term.looked_for, language)) if term.looked_for else []
    return texts


def _notes(edition: Edition, language: str) -> Iterator[Row]:
    """[report, id, segment, blocks] of editors' notes, and of what is said beside a figure."""
    for report in edition.reports:
        for note in in_text_order(report, report.notes):
            at = report.segment_of[report.anchors[note.id].sentence].id
            yield [report.id, note.id, at, blocks(block(note.text, language))]
        for figure in in_text_order(report, report.figures):
            if figure.note:
                yield [report.id, figure.id, "", blocks(inline(figure.note, language))]


def _pages(hand_written: Mapping[str, str]) -> Iterator[Row]:
    """[page, its title, anchor, heading, blocks] of every section of the hand-written pages."""
    for name, text in sorted(hand_written.items()):
        found = TITLE.search(text)
        title = found[1].strip().strip('"') if found else name
        for section in sections(text):
            yield [name.removesuffix(".md"), title, section.anchor, section.heading, section.blocks]
