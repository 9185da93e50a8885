"""Preview cards: the picture a messenger or social network shows with a shared link.

1200 x 630 pixels, the size that og:image is drawn at by X, Facebook, Telegram and Slack without
being cropped. One sheet a report: a page is a card. The typesetter chooses the size of the words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from scripts.model.annotation import Bilingual
from scripts.model.edition import LANGUAGES, Edition, Report
from scripts.model.sheet import Sheet
from scripts.model.text import Segment
from scripts.render.excerpt import excerpt, opening
from scripts.render.templates import Templates
from scripts.render.typeset import HALF_WIDTH, paragraph_number, period_line
from scripts.render.typst_text import literal

WIDTH, HEIGHT = 1200, 630
COVER, LANGUAGE_CARD = "card.png", "card-{}.png"
INKS = ("paper", "ink", "ink-2", "rule", "seal")
ROOM_ZH, ROOM_EN = 150, 230  # characters that can still be set large
COLOUR = re.compile(r"--([\w-]+):\s*(#[0-9a-fA-F]{6})\s*;")

FRAME = """\
#set page(width: 1200pt, height: 630pt, margin: 0pt, fill: paper)
#set text(font: "Noto Serif CJK SC", fill: ink, cjk-latin-spacing: none)
#let zh(body) = text(lang: "zh", region: "cn", body)
#let en(body) = text(lang: "en", region: "gb", features: ("pwid",), body)
#let words(size, head, first, second) = {
  set par(leading: .52em, spacing: .52em, justify: false)
  zh(text(size: size, { strong(head); first }))
  if second != none {
    v(.5 * size + 14pt, weak: true)
    set par(leading: .5em)
    en(text(size: calc.max(24pt, .5 * size), fill: ink-2, second))
  }
}
#let fitted(width, height, ..given) = context {
  let sizes = (72pt, 66pt, 60pt, 56pt, 52pt, 48pt, 45pt, 42pt, 40pt, 38pt, 36pt, 34pt)
  let fits(size) = measure(block(width: width, words(size, ..given))).height <= height
  let size = sizes.find(fits)
  block(width: width, height: height, align(horizon, words(if size == none { 32pt } else { size }, ..given)))
}
#let card(top-left, top-right, head, first, second, foot-left, foot-right) = page({
  place(left + top, rect(width: 14pt, height: 100%, fill: seal))
  place(top + left, dx: 74pt, dy: 44pt, block(width: 1066pt, {
    grid(columns: (1fr, auto), align: (left + bottom, right + bottom),
      zh(text(size: 27pt, weight: "bold", top-left)), text(size: 27pt, weight: "bold", fill: seal, top-right))
    v(14pt, weak: true)
    line(length: 100%, stroke: 2.4pt + ink)
    v(5pt, weak: true)
    line(length: 100%, stroke: .8pt + ink)
  }))
  place(top + left, dx: 74pt, dy: 122pt, fitted(1066pt, 412pt, head, first, second))
  place(bottom + left, dx: 74pt, dy: -34pt, block(width: 1066pt, {
    line(length: 100%, stroke: 1pt + rule)
    v(14pt, weak: true)
    text(size: 21pt, fill: ink-2, grid(columns: (1fr, auto), align: (left, right), foot-left, foot-right))
  }))
})
"""


@dataclass(frozen=True, slots=True)
class Card:
    """What stands on a card. `path` is the PNG's below the site's; `alt` says what it shows."""

    path: str
    top: str
    mark: str
    head: str
    zh: str
    en: str
    foot: str
    place: str
    alt: str


def card_sheets(edition: Edition, templates: Templates, tokens: Mapping[str, str]) -> Iterator[Sheet]:
    """The cards of the site, then a sheet for each report. `tokens` are colours by name."""
    yield _sheet(site_cards(templates), tokens)
    for report in edition.reports:
        paragraphs = (paragraph_card(report, segment, templates) for segment in report.paragraphs)
        yield _sheet([report_card(report, templates), *paragraphs], tokens)


def site_cards(templates: Templates) -> list[Card]:
    """One for the cover, in both languages, and one for the pages of each language."""
    zh, en = (templates.words(language) for language in LANGUAGES)
    name, about, kind = (Bilingual(zh[k], en[k]) for k in ("site_name", "site_description", "edition_kind"))
    cards = [Card(COVER, kind.zh, kind.en, name.zh, "", name.en, about.zh, "", f"{name.zh} {name.en}")]
    for mine, other in (LANGUAGES, LANGUAGES[::-1]):
        alt = f"{name.of(mine)} {about.of(mine)}"
        words = (kind.of(mine), "", name.of(mine), "", about.of(mine), name.of(other), "")
        cards.append(Card(LANGUAGE_CARD.format(mine), *words, alt))
    return cards


def _names(templates: Templates) -> str:
    return " · ".join(templates.words(language)["site_name"] for language in LANGUAGES)


def report_card(report: Report, templates: Templates) -> Card:
    card = report.card
    top, mark = period_line(card.date, "zh"), period_line(card.date, "en")
    alt = f"{card.title.zh} {card.title.en}"
    titles = (card.title.zh, "", card.title.en)
    return Card(f"{report.id}/card.png", top, mark, *titles, _names(templates), report.id, alt)


def paragraph_card(report: Report, segment: Segment, templates: Templates) -> Card:
    """The paragraph's own words, as many as can be set large; of a removed one its last."""
    number = paragraph_number(segment.id)
    zh, en = (templates.words(language) for language in LANGUAGES)
    top = f"{report.card.title.zh}（{period_line(report.card.date, 'zh')}）"
    mark = f"{zh['paragraph'].format(number)} {en['paragraph_short'].format(number)}"
    head = segment.sentences[0].text if segment.sentences and segment.sentences[0].head else ""
    text = opening_of(report, segment, "zh", ROOM_ZH)
    second = opening_of(report, segment, "en", ROOM_EN) if report.said(segment, "en") != text else ""
    place = f"{report.id}/{segment.id}"
    if segment.kind == "removed":
        second = en["removed"]
        mark = f"{mark} {zh['card_removed']}"
    alt = f"{top}{mark}：{text} {second}".strip()
    words = (head, text.removeprefix(head), second)
    return Card(f"{place}/card.png", top, mark, *words, _names(templates), place, alt)


def opening_of(report: Report, segment: Segment, language: str, room: int) -> str:
    """The beginning of a paragraph for a reader of one language; '' where it is not translated."""
    if segment.kind == "removed":
        return excerpt(segment.was, room) if language == "zh" else ""
    if language == "zh":
        said = {s.id: s.text + s.after for s in segment.sentences}
        return opening(segment, said, "", room)
    said = {s.id: r.text for s in segment.sentences if (r := report.rendering(s))}
    return opening(segment, said, " ", room)


def _sheet(cards: Sequence[Card], tokens: Mapping[str, str]) -> Sheet:
    inks = "".join(f'#let {ink} = rgb("{tokens[ink]}")\n' for ink in INKS)
    pages = "".join(map(_page, cards))
    return Sheet(tuple(card.path for card in cards), "png", f"{inks}{FRAME}{pages}")


def _page(card: Card) -> str:
    top, mark, foot, place = map(literal, (card.top, card.mark, card.foot, card.place))
    second = literal(card.en) if card.en else "none"
    return f"#card({top}, {mark}, {_aired(card.head)}, {_aired(card.zh)}, {second}, {foot}, {place})\n"


def _aired(text: str) -> str:
    """Typst content: air after half-width marks between Chinese characters, as on the pages."""
    pieces, at = [], 0
    for found in HALF_WIDTH.finditer(text):
        pieces.append(f"#{literal(text[at : found.end()])};#h(.28em, weak: true)")
        at = found.end()
    return f"[{''.join(pieces)}#{literal(text[at:])};]"


def colours(tokens: str) -> dict[str, str]:
    """The colours of a light page, by name, from the text of tokens.css (its first block)."""
    return dict(COLOUR.findall(tokens.split("}", 1)[0]))
