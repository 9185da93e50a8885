"""Read the Markdown pages that people write, in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from scripts.model.edition import LANGUAGES
from scripts.model.problem import Problem
from scripts.read.files import read_text
from scripts.read.page_markup import page_faults
from scripts.read.shape import Shaper
from scripts.read.yaml_tree import parse_yaml

FOLDER = Path("docs")
FRONT = re.compile(r"---\n(.*?\n)---\n", re.S)


@dataclass(frozen=True, slots=True)
class Front:
    """The front matter of a page: what the theme would do with other keys is not for a page to ask."""

    title: str
    description: str


@dataclass(frozen=True, slots=True)
class Page:
    """A hand-written page: its title and description as plain text, and its Markdown."""

    front: Front
    text: str


def read_pages(root: Path) -> tuple[dict[str, dict[str, Page]], list[Problem]]:
    """Name -> page for each language; each must have its counterpart."""
    pages: dict[str, dict[str, Page]] = {}
    problems: list[Problem] = []
    names: dict[str, set[str]] = {}
    for language in LANGUAGES:
        pages[language] = {}
        paths = sorted((root / FOLDER / language).glob("*.md"))
        names[language] = {path.name for path in paths}
        for path in paths:
            page, faults = _page(path, path.relative_to(root).as_posix())
            problems += faults
            if page:
                pages[language][path.name] = page
    return pages, [*problems, *_alone(names)]


def _page(path: Path, shown: str) -> tuple[Page | None, list[Problem]]:
    text, problems = read_text(path, shown)
    if text is None:
        return None, problems
    found = FRONT.match(text)
    if not found:
        told = "no front matter; begin with ---, title: …, description: …, ---"
        return None, [Problem(shown, 1, told)]
    node, problems = parse_yaml("\n" + found[1], shown)  # its first line is the file's second
    shaper = Shaper(shown)
    front = shaper.one(Front, node) if node else None
    body = text[found.end() :]
    lines = text.count("\n", 0, found.end())
    problems += shaper.problems
    problems += [Problem(shown, line, told) for line, told in page_faults(body, lines + 1)]
    return Page(front, body) if front else None, problems


def _alone(names: Mapping[str, set[str]]) -> Iterator[Problem]:
    for language, other in (("zh", "en"), ("en", "zh")):
        for name in sorted(names[language] - names[other]):
            told = f"no {other} counterpart: {name}; add {FOLDER}/{other}/{name}"
            yield Problem(f"{FOLDER}/{language}/{name}", 1, told)
