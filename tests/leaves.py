"""Every text of the tiny project's files, one by one: where it stands, and another put in its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from scripts.join.edition import join
from scripts.model.edition import Edition
from scripts.model.problem import Problem
from scripts.read.project import read_project
from tests import tiny

GOLDEN = Path(__file__).parent / "golden/payloads.yml"
Leaf = tuple[str, tuple[str | int, ...]]


@cache
def payloads() -> dict[str, list[str]]:
    """The payloads by group, long ones written out."""
    given = yaml.safe_load(GOLDEN.read_text("utf-8"))
    return {group: [_text(text) for text in texts] for group, texts in given.items()}


def _text(given: Any) -> str:
    return given["repeat"] * given["times"] if isinstance(given, dict) else str(given)


def leaves(files: Mapping[str, Any]) -> list[Leaf]:
    """The place of each text: its file, and the keys that lead to it; in the order of their lines."""
    return [(path, keys) for path, value in files.items() for keys in _keys(value)]


def _keys(value: Any) -> Iterator[tuple[str | int, ...]]:
    if isinstance(value, str):
        yield ()
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, child in inner:
        yield from ((key, *keys) for keys in _keys(child))


# Keys under which stands what is no free text: what names, places, counts or dates something.
NAMING = frozenset((
    "id", "at", "quote", "printed", "value", "period", "unit", "kind", "bound", "indicator", "related", "figure",
    "figures", "of", "left", "right", "tolerance", "status", "rendering", "category", "scope", "review", "tier",
    "url", "date", "accessed", "sha256", "term", "reason", "translations", "version", "date-released",
))  # fmt: skip


def free(leaf: Leaf) -> bool:
    """Whether a place is for a text of any words."""
    path, keys = leaf
    proved = path.endswith("uncounted.yml") or ("/terms/" in path and keys[1] in ("zh", "en", "zh_variants", "en_variants"))
    return not NAMING & set(keys) and not proved


def with_texts(given: Mapping[Leaf, str]) -> dict[str, Any]:
    """The tiny project's files with these texts in these places."""
    files = tiny.files()
    for (path, (*above, last)), text in given.items():
        at = files[path]
        for key in above:
            at = at[key]
        at[last] = text
    return files


def settle(folder: Path, given: Mapping[Leaf, str]) -> tuple[Edition, dict[Leaf, str], list[Problem]]:
    """Put texts into the project in `folder`, take out those that are told, till the rest pass.

    Returns the edition, the texts that passed, and every problem told. A problem that is not
    at the line of a text put in, or of what holds it, is an AssertionError.
    """
    left, told = dict(given), []
    while True:
        files = with_texts(left)
        tiny.write_files(folder, files)
        project, problems = read_project(folder)
        edition, more = join(project)
        if not (problems := [*problems, *more]):
            return edition, left, told
        told += problems
        places = _Places(files)
        gone = {leaf for problem in problems for leaf in places.of(problem, left)}
        gone = gone or {leaf for leaf in left if not free(leaf)}  # what one file names, another lacks
        assert gone, [str(p)[:200] for p in problems]
        left = {leaf: text for leaf, text in left.items() if leaf not in gone}


class _Places:
    """On which line of its file each text stands, and how far in."""

    def __init__(self, files: Mapping[str, Any]) -> None:
        self.at: dict[str, list[tuple[int, Leaf]]] = {path: [] for path in files}
        self.depth = {path: [_depth(line) for line in tiny.block(value)] for path, value in files.items()}
        for path, value in files.items():
            lines = (n for n, line in enumerate(tiny.block(value), 1) if line.endswith('"'))
            self.at[path] = list(zip(lines, leaves({path: value}), strict=True))

    def of(self, problem: Problem, left: Mapping[Leaf, str]) -> list[Leaf]:
        """Those of `left` a problem can be about: on its line, or in what begins on it, or in its file."""
        here, depth = self.at.get(problem.path, []), self.depth.get(problem.path, [])
        on_line = [leaf for n, leaf in here if n == problem.line]
        within = [
            leaf for n, leaf in here
            if n > problem.line and min(depth[problem.line : n]) > depth[problem.line - 1]
        ]  # fmt: skip
        for options in (on_line, within, [leaf for _, leaf in here]):
            if found := [leaf for leaf in options if leaf in left]:
                return found
        return []


def _depth(line: str) -> int:
    """How far in a line is; the first key of an entry stands where its dash does."""
    return len(line) - len(line.lstrip())
