"""What MkDocs warns of while it builds, said so that the page can be mended."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from scripts.model.problem import Problem

# "Doc file 'about.md' contains a link 'x.md', but the target is not found among documentation files."
LINK = re.compile(r"Doc file '(?P<page>[^']+)' contains (?:a|an)\b.*? link '(?P<link>[^']*)'")
# Building some pages only is what we asked for.
ASKED_FOR = "A 'dirty' build is being performed"
REMEDY = "correct it, or name a page and an anchor that are there"


class _Kept(logging.Handler):
    def __init__(self, told: list[str]) -> None:
        super().__init__(logging.WARNING)
        self.told = told

    def emit(self, record: logging.LogRecord) -> None:
        if not record.getMessage().startswith(ASKED_FOR):
            self.told.append(record.getMessage())


@contextmanager
def warnings() -> Iterator[list[str]]:
    """The warnings given inside the block, as they come."""
    told: list[str] = []
    kept, log = _Kept(told), logging.getLogger("mkdocs")
    log.addHandler(kept)
    try:
        yield told
    finally:
        log.removeHandler(kept)


def warned(warning: str, root: Path, language: str, config: str) -> Problem:
    """A warning as a problem: at the line of the link where a person wrote it, or of the configuration."""
    found = LINK.search(warning)
    path = f"docs/{language}/{found['page']}" if found else config
    if not found or not (root / path).is_file():
        return Problem(config, 1, warning.rstrip("."))
    lines = (root / path).read_text("utf-8").splitlines()
    line = next((n for n, text in enumerate(lines, 1) if f"]({found['link']}" in text), 1)
    return Problem(path, line, f"link: leads nowhere: {found['link']}; {REMEDY}")
