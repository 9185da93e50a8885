"""What a page or file is made of: elements, attributes, addresses; compared with those of a plain site."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from xml.etree import ElementTree

import markdown

from scripts.render.tree import Tree

ADDRESSES = frozenset(("href", "src", "action", "formaction", "xlink:href", "data", "srcdoc", "poster", "srcset"))
SCRIPT = re.compile(r"[\s\x00-\x20]*(?:j\s*a\s*v\s*a|v\s*b)\s*s\s*c\s*r\s*i\s*p\s*t\s*:|\s*data:(?!image/)", re.I)
# As in mkdocs.yml, and what MkDocs adds.
EXTENSIONS = ("attr_list", "tables", "md_in_html", "fenced_code", "toc")
# What *emphasis*, paragraphs and marks between characters may add anywhere.
LIGHT = frozenset(("p", "em", "strong", "br", "span", "a"))
# What no text may add one more of.
ACTIVE = ("script", "style", "link", "meta", "base", "img", "svg", "iframe", "form", "input", "title", "h1", "body")


class Made(HTMLParser):
    """The elements, attributes and addresses of a page, its words, and its data blocks."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: Counter[str] = Counter()
        self.attributes: set[tuple[str, str]] = set()
        self.addresses: list[str] = []
        self.ids: list[str] = []
        self.words: list[str] = []
        self.blocks: list[str] = []
        self._raw = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        given = dict(attrs)
        self.attributes |= {(tag, name) for name in given}
        self.addresses += [value or "" for name, value in attrs if name in ADDRESSES]
        self.ids += [given["id"] or ""] if "id" in given else []
        self._raw = tag if tag in ("script", "style") else ""
        if tag == "script" and "json" in (given.get("type") or ""):
            self.blocks.append("")
            self._raw = "json"

    def handle_endtag(self, tag: str) -> None:
        self._raw = ""

    def handle_data(self, data: str) -> None:
        if self._raw == "json":
            self.blocks[-1] += data
        elif not self._raw:
            self.words.append(data)

    @property
    def text(self) -> str:
        return "".join(self.words)


def drawn(tree: Tree) -> dict[str, str]:
    """path -> text of every file of a rendered tree: Markdown as the HTML MkDocs makes of it, EPUBs unpacked."""
    files: dict[str, str] = {}
    for language, pages in tree.languages.items():
        for path, text in pages.items():
            if path.endswith(".md"):
                front, body = re.fullmatch(r"---\n(.*?)\n---\n(.*)", text, re.S).groups()  # type: ignore[union-attr]
                files[f"{language}/{path}.html"] = markdown.markdown(body, extensions=list(EXTENSIONS))
                title = dict(line.split(": ", 1) for line in front.split("\n"))
                said = [json.loads(title.get(key, '""')) for key in ("title", "description")]
                files[f"{language}/{path}.head.html"] = '<title>{}</title><meta content="{}">'.format(*said)
            else:
                files[f"{language}/{path}"] = text
    for path, content in tree.root.items():
        files |= unpacked(path, content) if isinstance(content, bytes) else {path: content}
    return files


def unpacked(path: str, content: bytes) -> dict[str, str]:
    if not path.endswith(".epub"):
        return {path: content.decode("utf-8")}
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        names = [n for n in book.namelist() if n.endswith((".xhtml", ".svg", ".opf", ".xml"))]
        return {f"{path}/{name}": book.read(name).decode("utf-8") for name in names}


def strange(files: Mapping[str, str], plain: Mapping[str, str]) -> Iterator[str]:
    """What is in files that a site without odd texts has not. `plain` are the files of such a site."""
    for path, text in files.items():
        for told in _judge(path, text, plain):
            yield f"{path}: {told}"


def _judge(path: str, text: str, plain: Mapping[str, str]) -> Iterator[str]:
    if path.endswith(".html"):
        yield from _html(text, plain.get(path, ""))
    elif path.endswith((".xml", ".xhtml", ".svg", ".opf", ".tmx", ".tbx")):
        yield from _xml(text, plain.get(path, ""))
    elif path.endswith((".json", ".jsonld")):
        json.loads(text)


def _html(text: str, plain: str) -> Iterator[str]:
    made, base = Made(text), Made(plain)
    if odd_tags := made.tags.keys() - base.tags.keys() - LIGHT:
        yield f"elements {odd_tags}"
    for tag in ACTIVE:
        if made.tags[tag] != base.tags[tag]:
            yield f"{made.tags[tag]} elements {tag} for {base.tags[tag]}"
    if odd := {(t, a) for t, a in made.attributes - base.attributes if (t, a) != ("span", "class") and a != "lang"}:
        yield f"attributes {odd}"
    if odd_addresses := [a for a in made.addresses if SCRIPT.match(a) or "zq.example" in a.split("?")[0]]:
        yield f"addresses {odd_addresses}"
    if twice := [id for id, n in Counter(made.ids).items() if n > 1]:
        yield f"ids twice {twice}"
    for block in made.blocks:
        json.loads(block)


def _xml(text: str, plain: str) -> Iterator[str]:
    made, base = (({(e.tag, a) for e in ElementTree.fromstring(t).iter() for a in ("", *e.attrib)} if t else set())
                  for t in (text, plain))  # fmt: skip
    light = {(f"{{http://www.w3.org/1999/xhtml}}{tag}", a) for tag in LIGHT for a in ("", "class")}
    light.add(("{http://www.tei-c.org/ns/1.0}emph", ""))
    if odd := made - base - light:
        yield f"elements {odd}"
