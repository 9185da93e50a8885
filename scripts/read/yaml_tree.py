"""YAML as a tree of strings that remembers its lines.

Nothing is interpreted: `no`, 2020 and dates stay the strings they were typed as. Anchors,
aliases and tags are refused (they have no use here and can be turned into bombs), and so
is a key given twice. A value left empty is None.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import yaml

from scripts.model.problem import Problem

LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
PLAIN_TAGS = {
    "tag:yaml.org,2002:str",
    "tag:yaml.org,2002:seq",
    "tag:yaml.org,2002:map",
    "tag:yaml.org,2002:null",
}


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
    try:
        root = yaml.compose(text, Loader=LOADER)
    except yaml.MarkedYAMLError as error:
        return None, [_syntax(error, path)]
    except (yaml.YAMLError, RecursionError) as error:
        reason = str(error).splitlines()[0]
        return None, [Problem(path, 1, f"not readable as YAML: {reason}; check the file")]
    if root is None:
        return Node(None, 1), []
    walk = _Walk(path)
    try:
        return walk.node(root), walk.problems
    except RecursionError:
        return None, [Problem(path, 1, "nested too deeply; write it flat")]


def _syntax(error: yaml.MarkedYAMLError, path: str) -> Problem:
    mark = error.problem_mark or error.context_mark
    line = mark.line + 1 if mark else 1
    what = " ".join(part for part in (error.context, error.problem) if part)
    hint = "check the indentation, and put a text with ': ' or ' #' in it in quotes"
    return Problem(path, line, f"broken YAML: {what}; {hint}")


class _Walk:
    """Turns composed nodes into ours, collecting problems on the way."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.problems: list[Problem] = []
        self.seen: set[int] = set()

    def node(self, raw: yaml.Node, key_line: int = 0) -> Node:
        line = raw.start_mark.line + 1
        if id(raw) in self.seen:
            self.report(line, "an alias (*name) is used; write the value out")
            return Node(None, line, key_line)
        self.seen.add(id(raw))
        if raw.tag not in PLAIN_TAGS and raw.tag != "!":
            self.report(line, f"a YAML tag is used: {raw.tag}; leave it out")
        if isinstance(raw, yaml.MappingNode):
            return Node(dict(self.pairs(raw)), line, key_line)
        if isinstance(raw, yaml.SequenceNode):
            return Node(tuple(self.node(item) for item in raw.value), line, key_line)
        empty = raw.value == "" and getattr(raw, "style", None) is None
        return Node(None if empty else raw.value, line, key_line)

    def pairs(self, raw: yaml.MappingNode) -> Iterator[tuple[str, Node]]:
        first: dict[str, int] = {}
        for key_node, value_node in raw.value:
            line = key_node.start_mark.line + 1
            key = key_node.value if isinstance(key_node, yaml.ScalarNode) else "?"
            if key in first:
                told = f"the key is there twice: {key} (first on line {first[key]}); keep one"
                self.report(line, told)
                continue
            first[key] = line
            yield key, self.node(value_node, line)

    def report(self, line: int, message: str) -> None:
        self.problems.append(Problem(self.path, line, message))
