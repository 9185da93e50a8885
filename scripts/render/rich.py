"""Sanitised HTML of an annotation as plain runs, for a typesetter that knows no HTML."""

from __future__ import annotations

from html.parser import HTMLParser

STYLES = {"em": "em", "strong": "strong"}


def paragraphs(html: str) -> list[list[list[str]]]:
    """Paragraphs of runs [text, style]; the style is "", "em" or "strong". A br is a line break."""
    reader = _Runs()
    reader.feed(html)
    reader.close()
    return [runs for runs in reader.found if any(text.strip() for text, _ in runs)]


class _Runs(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[list[list[str]]] = [[]]
        self.style = ""

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag == "p":
            self.found.append([])
        elif tag == "br":
            self.found[-1].append(["\n", ""])
        self.style = STYLES.get(tag, self.style)

    def handle_endtag(self, tag: str) -> None:
        if tag in STYLES:
            self.style = ""

    def handle_data(self, data: str) -> None:
        between = not data.strip() and "\n" in data  # white space between paragraphs is nobody's
        if not between:
            self.found[-1].append([data, self.style])
