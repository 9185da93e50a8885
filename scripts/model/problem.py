"""A fault in somebody's file, said so that the file can be mended."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

LONGEST_TOLD = 1000  # characters of a message


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault: the file, its line (from 1), and what is wrong: the value; what to do."""

    path: str
    line: int
    message: str

    def __str__(self) -> str:
        """One line, whatever was in the file."""
        told = self.message if len(self.message) <= LONGEST_TOLD else f"{self.message[:LONGEST_TOLD]}…"
        line = f"{self.path}:{self.line}: {told}"
        return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in line)


@dataclass(frozen=True, slots=True)
class Where:
    """Where an entry stands in its file, and on which line each of its keys is."""

    path: str
    line: int
    lines: Mapping[str, int] = field(default_factory=dict)

    def problem(self, message: str, key: str = "") -> Problem:
        """A problem at the line of `key`, or at the entry's first line."""
        return Problem(self.path, self.lines.get(key, self.line), message)


NOWHERE = Where("", 0)


class Placed(Protocol):
    """Anything read from a file that has an id and knows where it stands."""

    @property
    def id(self) -> str: ...

    @property
    def where(self) -> Where: ...


class Faulty(Exception):
    """Raised at the edge when problems stop a command; carries all of them."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(f"{len(problems)} problems")
        self.problems = tuple(sorted(set(problems)))


def told(fault: Exception) -> list[str]:
    """What to print of what stopped a command: each problem of a Faulty, or the reason itself."""
    return list(map(str, fault.problems)) if isinstance(fault, Faulty) else [str(fault)]


def nearest(value: str, known: Iterable[str]) -> str:
    """What to do about a value that is not among the known ones."""
    options = sorted(known)
    close = difflib.get_close_matches(value, options, 1, 0.5)
    if close:
        return f"did you mean {close[0]}?"
    shown = ", ".join(options[:12])
    return f"known: {shown}" + (" …" if len(options) > 12 else "")


def unique(entries: Iterable[Placed], key: str, what: str) -> list[Problem]:
    """A problem for each entry whose value under `key` an earlier entry has."""
    first: dict[str, Where] = {}
    problems = []
    for entry in entries:
        value = str(getattr(entry, key))
        if value in first:
            at = f"{first[value].path}:{first[value].line}"
            told = f"{what} is there twice: {value} (also {at}); keep one"
            problems.append(entry.where.problem(told, key))
        first.setdefault(value, entry.where)
    return problems
