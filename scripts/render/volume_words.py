"""The words of a book that are not the report's: title page, imprint, headings of the back matter."""

from __future__ import annotations

from collections.abc import Mapping

from scripts.cite.data import cite_data
from scripts.cite.fill import citations
from scripts.cite.place import REPORT
from scripts.model.annotation import Bilingual
from scripts.model.edition import LANGUAGES
from scripts.model.imprint import Imprint
from scripts.render.templates import Templates
from scripts.render.typeset import period_line
from scripts.render.volume import Volume

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
# Interface words the design asks for by name.
ASKED = (
    "contents", "edition_kind", "glossary_title", "book_glossary_intro", "book_index", "book_index_intro",
    "figures_title", "figures_intro", "targets_title", "outcomes_title", "book_outcomes_intro", "sources",
    "items", "first_use", "looked_for", "still_in", "closing", "book_this_report", "subject", "value",
    "period", "kind", "book_paragraph", "book_how_to_read", "book_reading", "said_by", "said_on", "said_at",
    "text_from", "cite", "book_licence_name", "book_address_name", "book_edition_name", "unofficial",
    "outcome", "book_opening", "book_editors_name",
)  # fmt: skip


def front_words(book: Volume, templates: Templates) -> dict[str, dict[str, str]]:
    """Words by key and language: those asked for, and the lines of the title page and imprint."""
    both = {language: templates.words(language) for language in LANGUAGES}
    asked = {key: {language: both[language][key] for language in LANGUAGES} for key in ASKED}
    return asked | {key: {"zh": line.zh, "en": line.en} for key, line in front_lines(book, both).items()}


def front_lines(book: Volume, both: Mapping[str, Mapping[str, str]]) -> dict[str, Bilingual]:
    """What the title page and the imprint say of this report and this state of the edition."""
    card, made = book.report.card, book.imprint
    lines = {
        "body": card.body,
        "speaker": Bilingual(f"{card.role.zh}　{card.speaker.zh}", f"{card.speaker.en}, {card.role.en}"),
        "occasion": card.occasion,
        "date": Bilingual(period_line(card.date, "zh"), period_line(card.date, "en")),
        "origin": card.origin,
        "licence": Bilingual(both["zh"]["book_licence"], both["en"]["book_licence"]),
    }
    if made:
        lines["edition_title"] = made.title
        lines["editors"] = made.editors
        lines["version"] = _filled(both, "book_version", made.version, made.released)
    if made and book.address:
        lines["citation"] = _citation(book, made)
    if book.address:
        example = f"{book.address}{book.report.id}/p57/"
        lines["permanent"] = _filled(both, "book_permanent", example)
    return lines


def _citation(book: Volume, made: Imprint) -> Bilingual:
    """The report in this edition by the styles that need no date of access: GB/T 7714—2025, APA 7."""
    data = cite_data(made, book.address, book.report)
    said = {(language, c.id): c.text for language in LANGUAGES
            for c in citations(data, REPORT, language, made.released)}  # fmt: skip
    return Bilingual(said["zh", "gb7714-2025"], said["en", "apa"])


def _filled(both: Mapping[str, Mapping[str, str]], key: str, *values: str) -> Bilingual:
    said = []
    for language in LANGUAGES:
        shown = [period_line(value, language) for value in values]
        said.append(both[language][key].format(*shown))
    return Bilingual(*said)
