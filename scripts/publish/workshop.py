"""From a project folder to a rendered tree: the one path every command takes."""

from __future__ import annotations

import os
from dataclasses import asdict, astuple, dataclass, replace
from hashlib import sha256
from pathlib import Path

from scripts.join.edition import join
from scripts.join.permanence import verify_release
from scripts.model.annotation import Bilingual
from scripts.model.edition import Edition
from scripts.model.problem import Faulty, Problem
from scripts.read.files import links_out, read_yaml
from scripts.read.hand_written import read_pages
from scripts.read.project import read_for_split, read_project
from scripts.read.shape import Shaper
from scripts.render.cards import colours
from scripts.render.templates import Templates
from scripts.render.tree import Tree, render
from scripts.split.split import split
from scripts.split.structure import Hints
from scripts.split.zh_file import write_zh

TEMPLATES = Path("overrides/pages")
INTERFACE = Path("overrides/interface")
OWN = ("annotations", "docs", "overrides")
TOKENS = Path("overrides/assets/css/tokens.css")


@dataclass(frozen=True, slots=True)
class Workshop:
    """What rendering needs beside the edition."""

    edition: Edition
    templates: Templates
    hand_written: dict[str, dict[str, str]]
    colours: dict[str, str]


def open_workshop(root: Path) -> Workshop:
    """Read and join the project. Raises Faulty with every problem found."""
    project, problems = read_project(root)
    interface, interface_problems = _interface(root)
    pages, page_problems = read_pages(root)
    edition, join_problems = join(project)
    links = [problem for folder in OWN for problem in links_out(root, folder)]
    found = [*links, *problems, *interface_problems, *page_problems, *join_problems]
    if not problems:  # what cannot be read is missing, too, and was told of
        found += verify_release(project.released, edition, project.errata)
    if found:
        raise Faulty(tuple(found))
    sources = {p.name: p.read_text("utf-8") for p in sorted((root / TEMPLATES).iterdir()) if p.is_file()}
    repository = os.environ.get("REPO_URL", "").strip().rstrip("/")
    inks = colours((root / TOKENS).read_text("utf-8"))
    templates = Templates.of(sources, interface, repository)
    texts = {
        language: {name: templates.front_matter(asdict(p.front)) + p.text for name, p in by_name.items()}
        for language, by_name in pages.items()
    }
    return Workshop(edition, templates, texts, inks)


def render_project(root: Path, address: str = "") -> Tree:
    """The rendered tree of the project. Raises Faulty."""
    shop = open_workshop(root)
    return render(shop.edition, shop.templates, shop.hand_written, address, shop.colours)


def _interface(root: Path) -> tuple[dict[str, Bilingual], list[Problem]]:
    """Every word of the interface, from all files of its folder; no key may be there twice."""
    words: dict[str, Bilingual] = {}
    problems: list[Problem] = []
    for path in sorted((root / INTERFACE).glob("*.yml")):
        shown = path.relative_to(root).as_posix()
        node, faults = read_yaml(path, shown)
        shaper = Shaper(shown)
        for key, child in (node.mapping if node else {}).items():
            text = shaper.one(Bilingual, child)
            if key in words:
                shaper.report(child.key_line, f"a key that another file has: {key}; rename one")
            if text is not None:
                words.setdefault(key, text)
        problems += [*faults, *shaper.problems]
    return words, problems


def normalise_source(source: Path) -> list[str]:
    """Rewrite a source without byte order mark and with LF line ends; says what was changed.

    A person asks for this: a source is otherwise never touched. No other character changes.
    """
    data = source.read_bytes()
    plain = data.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    if plain == data:
        return []
    aside = source.with_suffix(".txt.new")
    aside.write_bytes(plain)
    aside.replace(source)
    ends = data.count(b"\r")
    mark = "a byte order mark removed, " if data.startswith(b"\xef\xbb\xbf") else ""
    return [f"source.txt rewritten: {mark}{ends} line ends made LF; sha256: {sha256(plain).hexdigest()}"]


def split_report(folder: Path, *, write: bool) -> list[str]:
    """Split one report's source.txt into zh.yml beside it; returns what was done, in words.

    Raises Faulty; then zh.yml is as it was.
    """
    source, old, card, problems = read_for_split(folder)
    if problems or source is None:
        above = folder.parent
        raise Faulty(tuple(replace(p, path=(above / p.path).as_posix()) for p in problems))
    hints = Hints(*astuple(card.split)) if card else Hints()
    try:
        result = split(source, old, hints)
    except ValueError as error:
        told = f"{error}; put the report's text in it"
        raise Faulty((Problem((folder / "source.txt").as_posix(), 1, told),)) from error
    target = folder / "zh.yml"
    text = write_zh(result.text)
    same = target.exists() and target.read_text("utf-8") == text
    if write and not same:
        aside = target.with_suffix(".yml.new")
        aside.write_text(text, "utf-8", newline="\n")
        aside.replace(target)
    ending = "unchanged" if same else "written" if write else "not written (--dry-run)"
    return [*result.reading, *(result.changes or ()), f"zh.yml: {ending}"]
