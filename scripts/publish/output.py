"""Folders that are written whole or not at all, and the last good one kept until then.

A build writes beside its folder and then takes its place by two renames. One that was killed, even
between the two, leaves what the next build puts right before it does anything else.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

# What a folder of each kind holds.
SITE, SOURCES = "index.html", "frame.json"
OWN = ("annotations", "docs", "overrides", "scripts", "tests", ".git", ".github", ".cache", ".venv")


def _beside(folder: Path, what: str) -> Path:
    return folder.with_name(f"{folder.name}.{what}")


def claim(root: Path, folder: Path, sign: str) -> Path:
    """The folder, resolved, if it may be replaced. Raises RuntimeError where it would cost somebody files.

    That is the project or a folder of its sources, and any folder with files in it but not `sign`.
    """
    folder, root = folder.resolve(), root.resolve()
    for kept in (root, *(root / name for name in OWN)):
        if kept == folder or kept.is_relative_to(folder) or (kept != root and folder.is_relative_to(kept)):
            raise RuntimeError(f"{folder}: holds the project's own files; choose another folder with --out")
    if folder.exists() and not folder.is_dir():
        raise RuntimeError(f"{folder}: not a folder; choose another with --out")
    if folder.is_dir() and any(folder.iterdir()) and not (folder / sign).exists():
        told = "has files in it that no build made; empty it, or choose another folder with --out"
        raise RuntimeError(f"{folder}: {told}")
    return folder


def restore(folder: Path) -> None:
    """Put back the last good folder where a build was killed between two renames; clear remains."""
    old = _beside(folder, "old")
    if old.is_dir() and not folder.exists():
        old.rename(folder)
    for remains in (old, _beside(folder, "new")):
        if remains.is_dir():
            shutil.rmtree(remains)


@contextmanager
def replacing(folder: Path) -> Iterator[Path]:
    """A new folder to write to, which takes the place of `folder` if nothing was raised, or else is gone."""
    restore(folder)
    aside = _beside(folder, "new")
    aside.mkdir(parents=True)
    try:
        yield aside
        _swap(aside, folder)
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _swap(aside: Path, folder: Path) -> None:
    old = _beside(folder, "old")
    if folder.exists():
        folder.rename(old)
    try:
        aside.rename(folder)
    except OSError:
        if old.exists():
            old.rename(folder)
        raise
    shutil.rmtree(old, ignore_errors=True)
