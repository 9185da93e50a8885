"""Build a dataclass from a YAML tree, with every problem told at its line.

The dataclass is the schema: its field names are the keys, fields without a default must be
there, and the types are str, int, Decimal, another dataclass, or a tuple of these.
"""

from __future__ import annotations

import dataclasses
import re
import types
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from scripts.model.problem import Problem, Where, nearest
from scripts.read.yaml_tree import Node

T = TypeVar("T")
LONGEST_SHOWN = 40
LONGEST_NUMBER = 30  # digits; more than any quantity of a state has


class Shaper:
    """Shapes the nodes of one file and keeps the problems met."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.problems: list[Problem] = []

    def report(self, line: int, message: str) -> None:
        self.problems.append(Problem(self.path, line, message))

    def entries(self, cls: type[T], node: Node | None, *, known: Iterable[str] = ()) -> list[T]:
        """A list of entries of one class; broken ones are reported and left out."""
        if node is None or node.value is None:
            return []
        if not isinstance(node.value, tuple):
            self.report(node.line, f"a list of entries is expected: each begins with '- {_first(cls)}:'")
            return []
        made = (self.one(cls, item) for item in node.items)
        return [entry for entry in made if entry is not None]

    def one(self, cls: type[T], node: Node) -> T | None:
        """One entry, or None after its problems were reported."""
        if not isinstance(node.value, dict):
            keys = ", ".join(name for name in _schema(cls) if name != "where")  # type: ignore[arg-type]
            self.report(node.line, f"keys are expected here, not {_shown(node)}; the keys: {keys}")
            return None
        before = len(self.problems)
        fields = _schema(cls)  # type: ignore[arg-type]  # mypy does not know type[T] hashable
        self._unknown_keys(node, fields)
        values = self._values(cls, node, fields)
        if "where" in fields:
            values["where"] = Where(self.path, node.line, node.lines())
        return cls(**values) if len(self.problems) == before else None

    def _unknown_keys(self, node: Node, fields: dict[str, Any]) -> None:
        for key, child in node.mapping.items():
            if key not in fields or key == "where":
                near = nearest(key, [name for name in fields if name != "where"])
                self.report(child.key_line, f"unknown key: {key}; {near}")

    def _values(self, cls: type, node: Node, fields: dict[str, Any]) -> dict[str, Any]:
        values = {}
        for name, kind in fields.items():
            child = node.mapping.get(name)
            if name == "where":
                continue
            if child is None or _blank(child, name in _required(cls)):
                if name in _required(cls):
                    line = child.key_line if child else node.line
                    self.report(line, f"missing: {name}; every {_called(cls)} has one")
                continue
            values[name] = self.value(kind, child, name)
        return values

    def value(self, kind: Any, node: Node, name: str) -> Any:
        """A value of the type `kind`; anything else is reported."""
        inner = _without_none(kind)
        if get_origin(inner) is tuple:
            return self._tuple(get_args(inner)[0], node, name)
        if dataclasses.is_dataclass(inner):
            return self.one(inner, node)  # type: ignore[arg-type]
        if not isinstance(node.value, str):
            self.report(node.line, f"{name}: one value is expected, not {_shown(node)}")
            return None
        return self._scalar(inner, node, name)

    def _tuple(self, kind: Any, node: Node, name: str) -> Any:
        if not isinstance(node.value, tuple):
            self.report(node.line, f"{name}: a list is expected, not {_shown(node)}; write [a, b]")
            return ()
        return tuple(self.value(kind, item, name) for item in node.items)

    def _scalar(self, kind: Any, node: Node, name: str) -> Any:
        text = str(node.value)
        if kind is str:
            return text
        try:
            number = Decimal(text)
            fits = number.is_finite() and (kind is Decimal or number == int(number))
        except (InvalidOperation, OverflowError, ValueError):  # ValueError: more digits than Python converts
            fits = False
        if not fits or len(text) > LONGEST_NUMBER or not re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", text):
            wanted = "a number like 44600 or 7.5" if kind is Decimal else "a whole number"
            self.report(node.line, f"{name}: not a number: {text[:LONGEST_SHOWN]}; write {wanted}")
            return kind(0)
        return kind(text)


def _blank(node: Node, required: bool) -> bool:
    """Whether nothing was written; for what must be there, white space is nothing."""
    return node.value is None or (required and isinstance(node.value, str) and not node.value.strip())


@cache
def _schema(cls: type[Any]) -> dict[str, Any]:
    hints = get_type_hints(cls)
    return {f.name: hints[f.name] for f in dataclasses.fields(cls)}


@cache
def _required(cls: type) -> frozenset[str]:
    missing = dataclasses.MISSING
    return frozenset(
        f.name for f in dataclasses.fields(cls) if f.default is missing and f.default_factory is missing
    )


def _without_none(kind: Any) -> Any:
    if get_origin(kind) in (Union, types.UnionType):
        return next(arg for arg in get_args(kind) if arg is not type(None))
    return kind


def _called(cls: type) -> str:
    return cls.__name__.lower()


def _first(cls: type) -> str:
    return next(iter(_schema(cls)))


def _shown(node: Node) -> str:
    if isinstance(node.value, dict):
        return "keys"
    if isinstance(node.value, tuple):
        return "a list"
    return f"'{str(node.value or '')[:LONGEST_SHOWN]}'"
