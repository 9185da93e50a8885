"""The PDF of a report: its data and the design (overrides/pages/book.typ) as one Typst source.

Every word goes in as data, inside one string literal, so no text can be taken for Typst's markup.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from scripts.model.annotation import Bilingual, Term
from scripts.model.edition import LANGUAGES
from scripts.model.sheet import Sheet
from scripts.render.glossary import sort_key
from scripts.render.rich import paragraphs
from scripts.render.templates import Templates
from scripts.render.typeset import english_quotes, period_line, spoken
from scripts.render.typst_text import literal
from scripts.render.volume import Block, Division, Passage, Volume
from scripts.render.volume_back import Credit, EntryLeaf, FigureLeaf, NoteLeaf, OutcomeLeaf, Told
from scripts.render.volume_words import front_words

DESIGN = "book.typ"
Data = dict[str, Any]


def book_sheet(book: Volume, templates: Templates) -> Sheet:
    """The book as a source to be typeset: PDF/UA-1, tagged, with bookmarks."""
    told = json.dumps(book_data(book, templates), ensure_ascii=False, separators=(",", ":"))
    source = f"#let data = json(bytes({literal(told)}))\n{templates.plain(DESIGN)}\n#book()\n"
    return Sheet((f"{book.name}.pdf",), "pdf", source)


def book_data(book: Volume, templates: Templates) -> Data:
    """Everything the design draws, as plain values."""
    card, back = book.report.card, book.back
    terms = sorted((e.term for e in back.entries), key=lambda t: sort_key(t, "en"))
    return {
        "title": asdict(card.title),
        "short": asdict(card.short_title),
        "date": {lang: period_line(card.date, lang) for lang in LANGUAGES},
        "words": front_words(book, templates),
        "address": book.address,
        "report": book.report.id,
        "divisions": [_division(d) for d in book.divisions],
        "notes": {n.id: _note(n) for n in back.notes},
        "entries": [_entry(e) for e in back.entries],
        "index": [_index_line(t) for t in terms],
        "figures": [_figure(f) for f in back.figures],
        "outcomes": [_outcome(o) for o in back.outcomes],
    }


def _division(division: Division) -> Data:
    return {
        "id": division.id,
        "kind": division.kind,
        "heading": _pair(division.heading),
        "resumes": _pair(division.resumes),
        "notes": list(division.notes),
        "passages": [_passage(p) for p in division.passages],
    }


def _passage(passage: Passage) -> Data:
    pairs = [{"zh": _block(p.zh), "en": _block(p.en)} for p in passage.pairs]
    return {"id": passage.id, "kind": passage.kind, "number": passage.number, "pairs": pairs}


def _block(block: Block) -> list[Data]:
    return [
        {
            "head": s.head,
            "lang": "en" if s.language.startswith("en") else "zh",
            "runs": [[r.text, r.layer, r.id] for r in s.runs],
        }
        for s in block
    ]


def _note(note: NoteLeaf) -> Data:
    return {"number": note.number, "text": _told(note.text), "credits": _credits(note.credits)}


def _entry(entry: EntryLeaf) -> Data:
    term = entry.term
    return {
        "id": term.id, "zh": term.zh, "en": english_quotes(term.en), "pinyin": term.pinyin,
        "gloss": _told(entry.gloss),
        "items": [{"zh": item.zh, "en": english_quotes(item.en)} for item in term.items],
        "first": _pair(entry.first_use),
        "status": _pair(entry.status) if term.status == "unknown" else None,
        "places": [list(place) for place in entry.places],
        "credits": _credits(entry.credits),
    }  # fmt: skip


def _index_line(term: Term) -> Data:
    return {"id": term.id, "en": english_quotes(term.en), "zh": term.zh}


def _figure(figure: FigureLeaf) -> Data:
    return {
        "segment": figure.segment, "place": figure.place,
        "subject": _pair(figure.figure.subject),
        "value": _pair(figure.value),
        "period": _pair(figure.period),
        "kind": _pair(figure.kind),
        "bound": _pair(figure.bound),
    }  # fmt: skip


def _outcome(outcome: OutcomeLeaf) -> Data:
    return {
        "segment": outcome.segment, "place": outcome.place, "quote": outcome.outcome.quote,
        "status": _pair(outcome.status), "text": _told(outcome.text),
        "looked_for": _told(outcome.looked_for), "credits": _credits(outcome.credits),
    }  # fmt: skip


def _told(told: Told | None) -> Data | None:
    return {"zh": paragraphs(told.zh), "en": paragraphs(told.en)} if told else None


def _pair(text: Bilingual | None) -> Data | None:
    return {"zh": text.zh, "en": english_quotes(text.en)} if text else None


def _credits(credits: tuple[Credit, ...]) -> list[Data]:
    """Sources in short form; the report itself only where it is the only one."""
    told = [c for c in credits if not c.own] or credits
    return [
        {"own": c.own, "title": c.source.title, "lang": spoken(c.source.title), "url": c.source.url,
         "imprint": [x for x in (c.source.publisher, c.source.number, c.source.date) if x]}
        for c in told
    ]  # fmt: skip
