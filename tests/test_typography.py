"""English on the pages has the quotation marks and apostrophes of a printed page."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

STRAIGHT = re.compile(r"[A-Za-z]'[a-z ]|[\s(]\"[A-Za-z]")
# Where marks are a machine's.
LITERAL = ("script", "style", "code", "pre", "kbd", "textarea")


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.literal = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.literal += tag in LITERAL

    def handle_endtag(self, tag: str) -> None:
        self.literal -= tag in LITERAL

    def handle_data(self, data: str) -> None:
        if not self.literal:
            self.words.append(data)


def test_no_apostrophe_or_quotation_mark_is_a_typewriters(served: tuple[Path, str]) -> None:
    found = []
    for path in sorted(served[0].rglob("*.html")):
        page = _Words()
        page.feed(path.read_text("utf-8"))
        text = " ".join(page.words)
        found += [
            f"{path.relative_to(served[0])}: {text[max(0, m.start() - 20) : m.end() + 20]}"
            for m in STRAIGHT.finditer(text)
        ]
    assert found == []
