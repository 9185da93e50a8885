"""What a site was built with, so that the next build while one writes can keep the pages that stay the same.

A page depends on its own source, and on what all pages share: navigation, interface, theme, settings.
Sources that did not change keep their time (`publish/tree_files.py`), by which MkDocs tells them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from scripts.publish.output import SITE, SOURCES

# Of overrides/, what is in the pages' sources or in the style sheets and scripts already.
IN_SOURCES = ("assets", "fonts", "interface", "pages")


@dataclass(frozen=True, slots=True)
class Built:
    """A site in its folder, by the time of its first page, and a digest of what all its pages share."""

    site: tuple[int, int]
    shared: str


def built(site: Path, shared: str) -> Built:
    """The record of a site that has just been put in its place."""
    return Built(_put(site), shared)


def usable(last: Built | None, site: Path, shared: str) -> bool:
    """Whether the site in place is the one recorded, and its pages would be framed the same."""
    return last is not None and last.shared == shared and (site / SITE).is_file() and last.site == _put(site)


def shared_digest(root: Path, work: Path, configs: tuple[str, ...], address: str) -> str:
    """A digest of what every page depends on, and of which pages and files there are."""
    digest = sha256(address.encode())
    for path in (work / SOURCES, *(root / name for name in configs), *_theme(root)):
        digest.update(path.read_bytes())
    for path in sorted(work.rglob("*")):
        digest.update(path.relative_to(work).as_posix().encode())
    return digest.hexdigest()


def _theme(root: Path) -> Iterator[Path]:
    folder = root / "overrides"
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.relative_to(folder).parts[0] not in IN_SOURCES:
            yield path


def _put(site: Path) -> tuple[int, int]:
    found = (site / SITE).stat()
    return found.st_ino, found.st_mtime_ns
