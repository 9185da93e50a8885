"""What a link to a page looks like where it is shared: title, quotation, picture.

Open Graph (ogp.me), which X, Facebook, Telegram, Slack and WeChat's crawler read. X takes 200
characters of description and a picture of up to 5 MB; WeChat's own browser takes the page's title,
and where it knows no og:image a picture in the page, so that the card stands there, too.
"""

from __future__ import annotations

from dataclasses import dataclass

from scripts.model.edition import Report
from scripts.model.text import Segment
from scripts.render.cards import HEIGHT, WIDTH, Card, opening_of

LONGEST = 200
LONGEST_ZH = 110
LEAST_EN = 50


@dataclass(frozen=True, slots=True)
class Preview:
    """The picture of a page, with its size in pixels; `address` is absolute, or '' where not known."""

    address: str
    alt: str
    width: int = WIDTH
    height: int = HEIGHT


def preview(card: Card, address: str) -> Preview:
    """A card as the picture of a page. `address` is the site's, or empty."""
    return Preview(f"{address}{card.path}" if address else "", card.alt)


def quotation(report: Report, segment: Segment) -> str:
    """A paragraph's own words for a preview: Chinese, and English where there is room for it."""
    zh = opening_of(report, segment, "zh", LONGEST_ZH)
    room = LONGEST - len(zh) - 1
    en = opening_of(report, segment, "en", room) if room >= LEAST_EN else ""
    return f"{zh} {en}".strip()
