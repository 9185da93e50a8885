"""Copies of the project for tests and benches, and what is in a folder, by digest."""

from __future__ import annotations

import shutil
from hashlib import sha256
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
COPIED = ("annotations", "docs", "overrides", "mkdocs.yml", "mkdocs.en.yml", "CITATION.cff")


def copy_project(folder: Path) -> Path:
    """The project's own files in a new folder, which is returned."""
    folder.mkdir(parents=True)
    for name in COPIED:
        source = ROOT / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, folder / name)
    return folder


def digests(folder: Path) -> dict[str, str]:
    """The SHA-256 of every file below a folder, by its path there."""
    return {p.relative_to(folder).as_posix(): sha256(p.read_bytes()).hexdigest()
            for p in sorted(folder.rglob("*")) if p.is_file()}  # fmt: skip
