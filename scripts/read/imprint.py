"""CITATION.cff: the edition's name, editors, version and date (Citation File Format 1.2.0)."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from scripts.model.annotation import Bilingual
from scripts.model.imprint import Imprint
from scripts.model.problem import Problem
from scripts.read.files import read_yaml
from scripts.read.yaml_tree import Node

PATH = "CITATION.cff"
VERSION = re.compile(r"[0-9]{1,4}\.[0-9]{1,4}\.[0-9]{1,4}")
DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
NONE = Imprint(Bilingual("", ""), Bilingual("", ""), "", "")


def read_imprint(root: Path) -> tuple[Imprint, list[Problem]]:
    """The imprint of the project. A name is given in English, in Chinese as its alias.

    The title in Chinese is that of the preferred citation.
    """
    node, problems = read_yaml(root / PATH, PATH)
    if node is None:
        return NONE, problems
    authors = node.mapping.get("authors")
    first = authors.items[0] if authors and authors.items else Node(None, node.line)
    preferred = node.mapping.get("preferred-citation") or Node(None, node.line)
    given = {
        "title": _text(node, "title"),
        "preferred-citation: title": _text(preferred, "title"),
        "authors: name": _text(first, "name"),
        "authors: alias": _text(first, "alias"),
        "version": _text(node, "version"),
        "date-released": _text(node, "date-released"),
    }
    told = [Problem(PATH, node.line, f"missing: {key}; the edition is cited by it")
            for key, value in given.items() if not value]  # fmt: skip
    for key, right, example in (("version", _version, "1.2.0"), ("date-released", _day, "2026-11-28")):
        if given[key] and not right(given[key]):
            told.append(Problem(PATH, node.mapping[key].line, f"{key}: {given[key]}; write {example}"))
    title_en, title_zh, name, alias, version, released = given.values()
    imprint = Imprint(Bilingual(title_zh, title_en), Bilingual(alias, name), version, released)
    return imprint, [*problems, *told]


def _text(node: Node, key: str) -> str:
    found = node.mapping.get(key)
    return found.value if found and isinstance(found.value, str) else ""


def _version(text: str) -> bool:
    return VERSION.fullmatch(text) is not None


def _day(text: str) -> bool:
    """Whether a text is a day of the calendar that POSIX time can count."""
    try:
        return DATE.fullmatch(text) is not None and date.fromisoformat(text).year >= 1970
    except ValueError:
        return False
