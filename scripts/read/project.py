"""Read a whole project folder: every report and every annotation layer, with all problems."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

from scripts.model.annotation import Figure, Indicator, Label, Note, Outcome, Term, Uncounted
from scripts.model.ledger import NotData
from scripts.model.problem import Problem
from scripts.model.project import Project, ReportFiles
from scripts.model.report import Erratum, ReportCard, Translation
from scripts.model.story import Chart, Check, Highlight
from scripts.model.text import Text
from scripts.read.files import read_text, read_yaml
from scripts.read.imprint import read_imprint
from scripts.read.release import read_release
from scripts.read.report_files import shape_en, shape_errata, shape_zh
from scripts.read.shape import Shaper
from scripts.read.yaml_tree import Node

T = TypeVar("T")
REPORTS = Path("docs/reports")
ANNOTATIONS = Path("annotations")
GLOSSARY = ANNOTATIONS / "glossary"
VOCABULARY = GLOSSARY / "vocabulary.yml"


class _Reader:
    """Reads files below one root, collecting problems under paths relative to it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.problems: list[Problem] = []

    def text(self, path: Path) -> str | None:
        text, problems = read_text(self.root / path, path.as_posix())
        self.problems += problems
        return text

    def yaml(self, path: Path, *, optional: bool = False) -> Node | None:
        if optional and not (self.root / path).exists():
            return None
        node, problems = read_yaml(self.root / path, path.as_posix())
        self.problems += problems
        return node

    def entries(self, cls: type[T], path: Path) -> tuple[T, ...]:
        shaper = Shaper(path.as_posix())
        made = shaper.entries(cls, self.yaml(path, optional=True))
        self.problems += shaper.problems
        return tuple(made)

    def shaped(self, shape: Callable[[Node, str], tuple[T, list[Problem]]], path: Path, empty: T) -> T:
        node = self.yaml(path, optional=True)
        if node is None:
            return empty
        value, problems = shape(node, path.as_posix())
        self.problems += problems
        return value

    def folders(self, below: Path) -> Iterator[Path]:
        folder = self.root / below
        found = sorted(p for p in folder.iterdir() if p.is_dir()) if folder.is_dir() else []
        yield from (below / p.name for p in found)


def read_project(root: Path) -> tuple[Project, list[Problem]]:
    """The project below `root`, and every problem in its files."""
    reader = _Reader(root)
    vocabulary, hosts = _vocabulary(reader)
    terms_folder = root / GLOSSARY / "terms"
    term_files = sorted(terms_folder.glob("*.yml")) if terms_folder.is_dir() else []
    terms = [t for p in term_files for t in reader.entries(Term, p.relative_to(root))]
    reports = [r for folder in reader.folders(REPORTS) if (r := _report(reader, folder))]
    if not reports and not reader.problems:
        reader.problems.append(Problem(REPORTS.as_posix(), 1, "no report in it; add docs/reports/ID"))
    indicators = reader.entries(Indicator, GLOSSARY / "indicators.yml")
    uncounted = reader.entries(Uncounted, GLOSSARY / "uncounted.yml")
    imprint, faults = read_imprint(root)
    released, more = read_release(root)
    reader.problems += [*faults, *more]
    errata = reader.entries(Erratum, ANNOTATIONS / "errata.yml")
    project = Project(
        tuple(reports), tuple(terms), indicators, uncounted, vocabulary, hosts, imprint, released, errata
    )
    return project, reader.problems


def _vocabulary(reader: _Reader) -> tuple[dict[str, dict[str, Label]], frozenset[str]]:
    node = reader.yaml(VOCABULARY)
    shaper = Shaper(VOCABULARY.as_posix())
    words: dict[str, dict[str, Label]] = {}
    hosts: frozenset[str] = frozenset()
    for name, listed in (node.mapping if node else {}).items():
        if name == "link_hosts":
            hosts = frozenset(str(item.value) for item in listed.items)
        else:
            words[name] = {label.id: label for label in shaper.entries(Label, listed)}
    reader.problems += shaper.problems
    return words, hosts


def _report(reader: _Reader, folder: Path) -> ReportFiles | None:
    card = _card(reader, folder)
    source = reader.text(folder / "source.txt")
    if card is None or source is None:
        return None
    if not (reader.root / folder / "zh.yml").exists():
        told = f"missing: zh.yml; run: python -m scripts split {folder.as_posix()}"
        reader.problems.append(Problem((folder / "zh.yml").as_posix(), 1, told))
        return None
    notes = ANNOTATIONS / folder.name
    return ReportFiles(
        folder.name,
        card,
        source,
        reader.shaped(shape_zh, folder / "zh.yml", Text(())),
        reader.shaped(shape_en, folder / "en.yml", Translation()),
        tuple(reader.shaped(shape_errata, folder / "errata.yml", [])),
        reader.entries(Note, notes / "notes.yml"),
        reader.entries(Figure, notes / "figures.yml"),
        reader.entries(Outcome, notes / "outcomes.yml"),
        reader.entries(NotData, notes / "not-data.yml"),
        reader.entries(Check, notes / "checks.yml"),
        reader.entries(Chart, notes / "charts.yml"),
        reader.entries(Highlight, notes / "highlights.yml"),
    )


def _card(reader: _Reader, folder: Path) -> ReportCard | None:
    """report.yml of one report; the checksum of source.txt is compared with it."""
    path = folder / "report.yml"
    node = reader.yaml(path)
    if node is None:
        return None
    shaper = Shaper(path.as_posix())
    card = shaper.one(ReportCard, node)
    reader.problems += shaper.problems
    if card is None:
        return None
    source = reader.root / folder / "source.txt"
    actual = sha256(source.read_bytes()).hexdigest() if source.is_file() else card.sha256
    if actual != card.sha256:
        told = f"source.txt is not the recorded one: {actual}; restore it, or record this and split"
        reader.problems.append(card.where.problem(told, "sha256"))
    return card


def read_for_split(folder: Path) -> tuple[str | None, Text, ReportCard | None, list[Problem]]:
    """What the split needs: source.txt, the ids so far, and the card where there is one.

    The recorded checksum of the source is not asked for: a corrected source is what one splits.
    """
    reader = _Reader(folder.parent)
    name = Path(folder.name)
    source = reader.text(name / "source.txt")
    old = reader.shaped(shape_zh, name / "zh.yml", Text(()))
    card = None
    if (folder / "report.yml").exists():
        shaper = Shaper((name / "report.yml").as_posix())
        node = reader.yaml(name / "report.yml")
        card = shaper.one(ReportCard, node) if node else None
        reader.problems += shaper.problems
    return source, old, card, reader.problems
