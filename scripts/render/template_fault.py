"""A fault in a template, said at its file and line."""

from __future__ import annotations

import traceback
from pathlib import Path

from jinja2 import TemplateSyntaxError

from scripts.model.problem import Problem

OVERRIDES = "overrides"
PAGES = f"{OVERRIDES}/pages"
# What a template can raise that a mistake in it, or in the words it formats, brings about.
FAULTS = (TypeError, ValueError, LookupError, ArithmeticError, AttributeError)


def template_fault(error: Exception, root: Path = Path()) -> Problem:
    """The problem at the innermost template's line; templates lie in overrides/ below `root`."""
    told = f"the template cannot be drawn: {error or type(error).__name__}; mend it there"
    if isinstance(error, TemplateSyntaxError):
        return Problem(_shown(error.filename or f"{PAGES}/{error.name}", root), error.lineno, told)
    frames = traceback.extract_tb(error.__traceback__)
    drawn = [frame for frame in frames if f"{OVERRIDES}/" in Path(frame.filename).as_posix()]
    if not drawn:
        return Problem(OVERRIDES, 1, told)
    return Problem(_shown(drawn[-1].filename, root), drawn[-1].lineno or 1, told)


def _shown(path: str, root: Path) -> str:
    given = Path(path)
    return (given.relative_to(root) if given.is_relative_to(root) else given).as_posix()
