"""CITATION.cff against the rules of the Citation File Format 1.2.0 that matter here."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import yaml
from jsonschema import Draft7Validator

ROOT = Path(__file__).resolve().parents[1]
TEXT: dict[str, Any] = {"type": "string", "minLength": 1}
DAY = {"type": "string", "pattern": r"^[0-9]{4}-(0[1-9]|1[012])-(0[1-9]|[12][0-9]|3[01])$"}
ENTITY = {
    "type": "object",
    "required": ["name"],
    "additionalProperties": False,
    "properties": {"name": TEXT, "alias": TEXT, "website": {**TEXT, "pattern": "^(https?|ftp)://"}},
}
SPDX = {"enum": ["CC-BY-4.0", "MIT"]}
LICENCE = {"anyOf": [SPDX, {"type": "array", "items": SPDX, "minItems": 1, "uniqueItems": True}]}
LIST = {"type": "array", "minItems": 1, "uniqueItems": True}
COMMON = {
    "title": TEXT, "authors": {**LIST, "items": ENTITY}, "version": {**TEXT, "pattern": r"^\d+\.\d+\.\d+$"},
    "date-released": DAY, "license": LICENCE, "keywords": {**LIST, "items": TEXT}, "abstract": TEXT,
}  # fmt: skip
RULES = {
    "type": "object",
    "required": ["authors", "cff-version", "message", "title"],
    "additionalProperties": False,
    "properties": {
        **COMMON,
        "cff-version": {"const": "1.2.0"},
        "message": TEXT,
        "type": {"enum": ["dataset", "software"]},
        "url": TEXT, "repository-code": TEXT,
        "preferred-citation": {
            "type": "object",
            "required": ["authors", "title", "type"],
            "additionalProperties": False,
            "properties": {
                **COMMON,
                "type": {"enum": ["edited-work", "data", "database", "website"]},
                "year": {"type": "string", "pattern": r"^\d{4}$"},
                "languages": {**LIST, "items": {"type": "string", "pattern": "^[a-z]{2,3}$"}},
                "notes": TEXT, "url": TEXT,
            },
        },
    },
}  # fmt: skip


def read() -> dict[str, Any]:
    """The file with every value as the text that stands there."""
    found: dict[str, Any] = yaml.load((ROOT / "CITATION.cff").read_text("utf-8"), yaml.BaseLoader)
    return found


def test_it_is_valid() -> None:
    assert [f"{list(e.path)}: {e.message}" for e in Draft7Validator(RULES).iter_errors(read())] == []


def test_both_places_name_the_same_release() -> None:
    whole = read()
    for key in ("version", "date-released"):
        assert whole[key] == whole["preferred-citation"][key]
    assert whole["preferred-citation"]["year"] == whole["date-released"][:4]


def test_the_rules_refuse_what_the_format_refuses() -> None:
    broken = read() | {"date-released": "28 November 2026", "colour": "red"}
    del broken["message"]
    told = " ".join(e.message for e in Draft7Validator(RULES).iter_errors(broken))
    assert re.search("message", told) and re.search("colour", told) and re.search("28 November", told)
