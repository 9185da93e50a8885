"""The EPUB of a report: its files by path inside the package (EPUB 3.3)."""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from uuid import NAMESPACE_OID, uuid5

from scripts.model.annotation import Bilingual
from scripts.model.edition import LANGUAGES
from scripts.render.templates import Templates
from scripts.render.volume import Division, Volume
from scripts.render.volume_back import NoteLeaf
from scripts.render.volume_words import LICENCE, front_lines

COVER_LINE = 7
COVER_LINE_EN = 30


@dataclass(frozen=True, slots=True)
class Chapter:
    """One file of the text: the opening, a part or a section, with what follows it outside all sections."""

    file: str
    kind: str
    title: Bilingual
    divisions: tuple[Division, ...]
    notes: tuple[NoteLeaf, ...]


@dataclass(frozen=True, slots=True)
class Leaf:
    """A file of the book beside the text: its name, template, title and what it is (epub:type)."""

    file: str
    template: str
    title: Bilingual
    kind: str


def epub_files(book: Volume, templates: Templates) -> dict[str, str]:
    """path -> text of every file of the package, the mimetype aside."""
    chapters = tuple(_chapters(book))
    both = {language: templates.words(language) for language in LANGUAGES}
    front, back = _leaves(book, both)
    data = {
        "book": book,
        "card": book.report.card,
        "lines": front_lines(book, both),
        "chapters": chapters,
        "front": front,
        "back": back,
        "file_of": {p.id: c.file for c in chapters for d in c.divisions for p in d.passages}
        | {d.id: c.file for c in chapters for d in c.divisions},
        "numbers": {note.id: note.number for note in book.back.notes},
        "entry_ids": frozenset(e.term.id for e in book.back.entries),
        "identifier": identifier(book),
        "licence": LICENCE,
        "cover": _cover_lines(book.report.card.title),
    }
    files = {"META-INF/container.xml": templates.draw("epub_container.xml", **data)}
    drawn = {name: f"epub_{name}" for name in ("package.opf", "nav.xhtml", "cover.svg")}
    drawn |= {leaf.file: leaf.template for leaf in (*front, *back)}
    files |= {f"EPUB/{name}": templates.draw(template, **data) for name, template in drawn.items()}
    for chapter in chapters:
        files[f"EPUB/{chapter.file}"] = templates.draw("epub_chapter.xhtml", chapter=chapter, **data)
    return files | {"EPUB/book.css": templates.plain("epub.css")}


def identifier(book: Volume) -> str:
    """A UUID (RFC 9562, version 5) of the report's id and the edition's version."""
    version = book.imprint.version if book.imprint else "0"
    return f"urn:uuid:{uuid5(NAMESPACE_OID, f'{book.report.id}/{version}')}"


def _leaves(book: Volume, both: Mapping[str, Mapping[str, str]]) -> tuple[tuple[Leaf, ...], tuple[Leaf, ...]]:
    def leaf(name: str, word: str, kind: str) -> Leaf:
        title = Bilingual(*(both[language][word] for language in LANGUAGES))
        return Leaf(f"{name}.xhtml", f"epub_{name}.xhtml", title, kind)

    front = (leaf("cover", "book_cover", "cover"), leaf("title", "book_how_to_read", "titlepage"))
    back = (
        (book.back.outcomes, leaf("outcomes", "outcomes_title", "appendix")),
        (book.back.figures, leaf("figures", "figures_title", "appendix")),
        (book.back.entries, leaf("glossary", "glossary_title", "glossary")),
    )
    return front, tuple(page for found, page in back if found)


def _chapters(book: Volume) -> Iterator[Chapter]:
    groups: list[list[Division]] = []
    for division in book.divisions:
        if division.heading:
            groups.append([])
        groups[-1].append(division)
    for group in groups:
        first = group[0]
        assert first.heading is not None
        held = {d.id for d in group} | {p.id for d in group for p in d.passages}
        notes = tuple(note for note in book.back.notes if note.segment in held)
        name = "opening" if first.kind == "opening" else first.id
        yield Chapter(f"{name}.xhtml", first.kind, first.heading, tuple(group), notes)


def _cover_lines(title: Bilingual) -> Bilingual:
    """The title broken for the cover into lines of about one length, parted by line feeds."""
    return Bilingual("\n".join(_balanced(title.zh)), "\n".join(textwrap.wrap(title.en, COVER_LINE_EN)))


def _balanced(text: str) -> list[str]:
    """Chinese in lines of about one width; a narrow character is half a wide one."""
    widths = [1.0 if unicodedata.east_asian_width(c) in "WF" else 0.5 for c in text]
    count = -(-sum(widths) // COVER_LINE) or 1
    longest, lines, width = sum(widths) / count, [""], 0.0
    for character, own in zip(text, widths, strict=True):
        if width + own > longest and len(lines) < count:
            lines, width = [*lines, ""], 0.0
        lines[-1] += character
        width += own
    return lines
