"""YAML as a tree of strings that remembers its lines.

Nothing is interpreted: `no`, 2020 and dates stay the strings they were typed as. Anchors,
aliases and tags are refused (they have no use here and can be turned into bombs), and so
are a key given twice, deep nesting, and characters that no page can hold. A value left empty
is None.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from scripts.model.problem import Problem
from scripts.model.text import CONTROL

LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
DEEPEST = 20  # the files go to 6; libyaml ends the whole process at some 50,000
LONGEST = 5_000  # characters of one text; the longest of a report has 1,200


@dataclass(frozen=True, slots=True)
class Node:
    """A value with its line, counted from 1."""

    value: str | tuple[Node, ...] | Mapping[str, Node] | None
    line: int
    key_line: int = 0

    @property
    def mapping(self) -> Mapping[str, Node]:
        return self.value if isinstance(self.value, dict) else {}

    @property
    def items(self) -> tuple[Node, ...]:
        return self.value if isinstance(self.value, tuple) else ()

    def lines(self) -> dict[str, int]:
        return {key: node.key_line for key, node in self.mapping.items()}


def parse_yaml(text: str, path: str) -> tuple[Node | None, list[Problem]]:
    """The tree of a document, or None, with every problem that can be told at once."""
    walk = _Walk(path, yaml.parse(text, Loader=LOADER))
    try:
        return walk.document(), walk.problems
    except yaml.MarkedYAMLError as error:
        return None, [_syntax(error, path)]
    except yaml.YAMLError as error:
        reason = str(error).splitlines()[0]
        return None, [Problem(path, 1, f"not readable as YAML: {reason}; check the file")]
    except _TooDeep as deep:
        told = f"nested too deeply: more than {DEEPEST} levels; write it flat"
        return None, [Problem(path, int(str(deep)), told)]


class _TooDeep(Exception):
    """Its one argument is the line."""


def _syntax(error: yaml.MarkedYAMLError, path: str) -> Problem:
    mark = error.problem_mark or error.context_mark
    line = mark.line + 1 if mark else 1
    what = " ".join(part for part in (error.context, error.problem) if part)
    hint = "check the indentation, and put a text with ': ' or ' #' in it in quotes"
    return Problem(path, line, f"broken YAML: {what}; {hint}")


class _Walk:
    """Builds our nodes from the parser's events, collecting problems on the way."""

    def __init__(self, path: str, events: Iterator[Any]) -> None:
        self.path = path
        self.events = events
        self.problems: list[Problem] = []

    def document(self) -> Node:
        """The one document of the stream; None in a node where it is empty."""
        root = Node(None, 1)
        begun = False
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                if begun:
                    self.report(_line(event), "a second document begins: ---; keep one in a file")
                    break
                root, begun = self.node(next(self.events), 0, 0), True
        return root

    def node(self, event: Any, key_line: int, depth: int) -> Node:
        line = _line(event)
        if depth > DEEPEST:
            raise _TooDeep(line)
        if isinstance(event, yaml.AliasEvent):
            self.report(line, f"an alias is used: *{event.anchor}; write the value out")
            return Node(None, line, key_line)
        if event.anchor is not None:
            self.report(line, f"an anchor is used: &{event.anchor}; write the value out where it is wanted")
        if event.tag is not None and event.tag != "!":
            self.report(line, f"a YAML tag is used: {event.tag}; leave it out")
        if isinstance(event, yaml.MappingStartEvent):
            return Node(dict(self.pairs(depth)), line, key_line)
        if isinstance(event, yaml.SequenceStartEvent):
            return Node(tuple(self.items(depth)), line, key_line)
        empty = event.value == "" and not event.style
        return Node(None if empty else self.text(event.value, line), line, key_line)

    def items(self, depth: int) -> Iterator[Node]:
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            yield self.node(event, 0, depth + 1)

    def pairs(self, depth: int) -> Iterator[tuple[str, Node]]:
        first: dict[str, int] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            line = _line(event)
            key_node = self.node(event, 0, depth + 1)
            key = key_node.value if isinstance(key_node.value, str) else "?"
            value = self.node(next(self.events), line, depth + 1)
            if key in first:
                told = f"the key is there twice: {key} (first on line {first[key]}); keep one"
                self.report(line, told)
                continue
            first[key] = line
            yield key, value

    def text(self, value: str, line: int) -> str:
        if found := CONTROL.search(value):
            self.report(line, f"a control character: U+{ord(found.group()):04X}; leave it out")
        if len(value) > LONGEST:
            self.report(line, f"too long: {len(value)} characters; {LONGEST} at most")
        return value[:LONGEST]

    def report(self, line: int, message: str) -> None:
        self.problems.append(Problem(self.path, line, message))


def _line(event: Any) -> int:
    return int(event.start_mark.line) + 1
