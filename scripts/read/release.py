"""docs/release.tsv, the record of the last release: kind, id, address, checksum, a line each."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from scripts.model.problem import Problem
from scripts.model.release import Recorded
from scripts.read.files import read_text

PATH = "docs/release.tsv"
HEAD = "# What was published and is cited. Written by `python -m scripts release`; never edit it here."


def read_release(root: Path) -> tuple[tuple[Recorded, ...], list[Problem]]:
    """The promises of the last release; none where nothing was released yet."""
    if not (root / PATH).exists():
        return (), []
    text, problems = read_text(root / PATH, PATH)
    found = []
    for number, line in enumerate((text or "").splitlines(), 1):
        if line.startswith("#") or not line:
            continue
        cells = line.split("\t")
        if len(cells) == 4:
            kind, id, address, sum = cells
            found.append(Recorded(kind, id, address, sum, number))
        else:
            told = f"four columns are expected, not {len(cells)}: {line[:40]}; take the last release's file"
            problems.append(Problem(PATH, number, told))
    return tuple(found), problems


def release_text(version: str, promises: Iterable[Recorded]) -> str:
    """The record as a file."""
    lines = ("\t".join((p.kind, p.id, p.address, p.sum)) for p in promises)
    return "\n".join((HEAD, f"# version {version}", *lines)) + "\n"
