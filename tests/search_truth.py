"""What a search has to find, by plain containment: every entry's texts, folded, and sampled queries."""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import html

from scripts.model.annotation import Bilingual
from scripts.model.edition import Edition

PLAIN = str.maketrans("∶“”‘’。、～〜–—‑−・\u3000\u00a0", ":\"\"''.,~~----·  ")
WIDE = str.maketrans(",;:!?()%.0123456789", "，；：！？（）％．０１２３４５６７８９")
NUMBER = re.compile(r"\d[\d,.~]*\d?[%万亿个项家公里吨元]*")
BLOCKS = ("p", "li", "td", "th", "pre", "dt", "dd")


def fold(text: str) -> str:
    """Width, case, accents, quotation marks and hyphens, as the search folds them; length kept."""
    wide = (unicodedata.normalize("NFKC", c) if "\uff01" <= c <= "\uff5e" else c for c in text)
    return "".join(unicodedata.normalize("NFD", c)[0].lower() if c.isalpha() else c for c in wide).translate(
        PLAIN
    )


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[*_]{1,2}(?=\S)|(?<=\S)[*_]{1,2}", "", text).split())


@dataclass(frozen=True)
class Truth:
    """Texts by the key the search gives an entry."""

    texts: dict[str, list[str]]

    def holding(self, query: str) -> set[str]:
        wanted = fold(query)
        return {key for key, texts in self.texts.items() if any(wanted in text for text in texts)}


def truth(edition: Edition, site: Path, language: str) -> Truth:
    """From the data for all but the hand-written pages, which are read from the built site."""
    found: dict[str, list[str]] = {}
    for key, text in [*_report(edition, language), *_glossary(edition, language), *_pages(site, language)]:
        found.setdefault(key, []).append(fold(text))
    return Truth(found)


def _report(edition: Edition, language: str) -> Iterator[tuple[str, str]]:
    for report in edition.reports:
        for segment in report.text.segments:
            if segment.kind not in ("removed", "title"):
                yield f"{report.id}/{segment.id}", segment.text
                yield f"{report.id}/{segment.id}", report.said(segment, "en")
        for figure in report.figures:
            for both in (figure.subject, figure.printed):
                yield f"{report.id}/figures/{figure.id}", both.zh
                yield f"{report.id}/figures/{figure.id}", both.en
            if figure.note:
                yield f"{report.id}/figures/{figure.id}", _plain(figure.note.of(language))
        for note in report.notes:
            for block in note.text.of(language).split("\n\n"):
                yield f"{report.id}/notes/{note.id}", _plain(block)


def _glossary(edition: Edition, language: str) -> Iterator[tuple[str, str]]:
    for term in edition.terms:
        key = f"glossary/{term.id}"
        said: list[Bilingual | None] = [term.gloss, term.explanation, term.looked_for, *term.items]
        for form in (term.zh, *term.zh_variants, term.en, *term.en_variants):
            yield key, form
        for text in said:
            for block in text.of(language).split("\n\n") if text else ():
                yield key, _plain(block)
        if term.first_use:
            yield key, term.first_use.of(language)


def _pages(site: Path, language: str) -> Iterator[tuple[str, str]]:
    root = Path(__file__).resolve().parents[1]
    for source in sorted((root / "docs" / language).glob("*.md")):
        page = html.parse(
            str(site / language / source.stem / "index.html"), html.HTMLParser(encoding="utf-8")
        )
        anchor = ""
        for element in page.xpath("//article//*"):
            if element.tag in ("h1", "h2", "h3"):
                anchor = element.get("id")
            if element.tag in ("h1", "h2", "h3", *BLOCKS) and not element.xpath(".//p|.//li"):
                yield f"{source.stem}#{anchor}", " ".join(element.text_content().split())


def sampled(edition: Edition, texts: Truth, language: str, count: int) -> list[str]:
    """`count` queries: stretches of any length over any border, slogans, numbers, names, in either width."""
    chance = random.Random(f"{language} {count}")
    report = edition.reports[0]
    own = [t for s in report.paragraphs for t in [s.text if language == "zh" else report.said(s, "en")] if t]
    terms = [t.zh if language == "zh" else t.en for t in edition.terms]
    numbers = [n for text in own for n in NUMBER.findall(text)]
    everything = [text for group in texts.texts.values() for text in group if text]
    found: list[str] = []
    while len(found) < count:
        kind = len(found) % 5
        query = (
            chance.choice(terms) if kind == 3
            else chance.choice(numbers) if kind == 4
            else _stretch(chance, chance.choice(own if kind else everything), language)
        )  # fmt: skip
        query = query.translate(WIDE) if chance.random() < 0.2 else query
        if query.strip() and "  " not in query and '"' not in query and query.strip() not in found:
            found.append(query.strip())
    return found


def _stretch(chance: random.Random, text: str, language: str) -> str:
    length = chance.choice([1, 2, 2, 3, 4, 6, 9, 14, 25]) * (1 if language == "zh" else 2)
    start = chance.randrange(max(1, len(text) - length + 1))
    return text[start : start + length]
