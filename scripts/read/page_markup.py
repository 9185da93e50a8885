"""Whether a hand-written page is what Markdown writes and no more: no script, no handler, no odd address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from urllib.parse import urlsplit

import markdown

# As in mkdocs.yml, and what MkDocs adds: what is judged is what will be published.
EXTENSIONS = ("attr_list", "tables", "md_in_html", "fenced_code")
TAGS = frozenset((
    "a", "abbr", "b", "blockquote", "br", "cite", "code", "dd", "details", "div", "dl", "dt", "em",
    "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "kbd", "li", "ol", "p",
    "pre", "q", "small", "span", "strong", "sub", "summary", "sup", "table", "tbody", "td", "th", "thead",
    "time", "tr", "ul",
))  # fmt: skip
ATTRIBUTES = frozenset((
    "alt", "class", "colspan", "datetime", "height", "href", "id", "lang", "rel", "rowspan", "scope", "src",
    "start", "title", "width",
))  # fmt: skip
SCHEMES = frozenset(("", "http", "https", "mailto"))


def page_faults(text: str, first: int = 1) -> Iterator[tuple[int, str]]:
    """(line, what is wrong) for each thing in a page's Markdown; `first` is the number of its first line."""
    reader = _Judge()
    reader.feed(markdown.markdown(text, extensions=list(EXTENSIONS)))
    reader.close()
    for mark, told in reader.found:
        where = re.search(re.escape(mark), text, re.I)
        yield first + (text.count("\n", 0, where.start()) if where else 0), told


class _Judge(HTMLParser):
    """Collects (a text to look for in the source, what is wrong)."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in TAGS:
            self.found.append((f"<{tag}", f"an element no page may have: {tag[:40]}; write it in Markdown"))
        for name, value in attrs:
            if name not in ATTRIBUTES:
                self.found.append((name, f"an attribute no page may have: {name[:40]}; leave it out"))
            elif name in ("href", "src") and (told := _address_fault(name, value or "")):
                self.found.append(((value or "")[:20], told))

    def handle_comment(self, data: str) -> None:
        self.found.append(("<!--", f"a comment: {data.strip()[:40]}; leave it out"))

    def handle_decl(self, decl: str) -> None:
        self.found.append(("<!", f"a declaration: {decl[:40]}; leave it out"))

    def handle_pi(self, data: str) -> None:
        self.found.append(("<?", f"an instruction: {data[:40]}; leave it out"))

    def unknown_decl(self, data: str) -> None:
        self.handle_decl(data)


def _address_fault(name: str, value: str) -> str:
    told = f"{name}: not an address for a page: {value[:60]!r}; write https://…, or a path of this site"
    plain = value.isprintable() and not re.search(r"\\|^//|^\s|\s$", value)
    try:
        parts = urlsplit(value)
    except ValueError:
        return told
    if not plain or parts.scheme not in SCHEMES or (":" in value.split("/")[0] and not parts.scheme):
        return told
    return told if name == "src" and (parts.scheme or parts.netloc) else ""
