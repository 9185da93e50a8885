"""Every text of the tiny project's files, one by one: where it stands, and another put in its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from tests import tiny

GOLDEN = Path(__file__).parent / "golden/payloads.yml"
Leaf = tuple[str, tuple[str | int, ...]]


@cache
def payloads() -> dict[str, list[str]]:
    """The payloads by group, long ones written out."""
    given = yaml.safe_load(GOLDEN.read_text("utf-8"))
    return {group: [_text(text) for text in texts] for group, texts in given.items()}


def _text(given: Any) -> str:
    return given["repeat"] * given["times"] if isinstance(given, dict) else str(given)


def all_payloads() -> list[str]:
    return [text for texts in payloads().values() for text in texts]


def leaves(files: Mapping[str, Any]) -> list[Leaf]:
    """The place of each text: its file, and the keys that lead to it."""
    return [(path, keys) for path, value in files.items() for keys in _keys(value)]


def _keys(value: Any) -> Iterator[tuple[str | int, ...]]:
    if isinstance(value, str):
        yield ()
    for key, child in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from ((key, *keys) for keys in _keys(child))


def put(files: Mapping[str, Any], leaf: Leaf, text: str) -> None:
    """Replace one text."""
    path, (*above, last) = leaf
    at = files[path]
    for key in above:
        at = at[key]
    at[last] = text


def put_all(given: Iterable[tuple[Leaf, str]]) -> dict[str, Any]:
    """The tiny project's files with these texts in these places."""
    files = tiny.files()
    for leaf, text in given:
        put(files, leaf, text)
    return files
