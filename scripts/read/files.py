"""Read one file as text, or say why it cannot be read."""

from __future__ import annotations

from pathlib import Path

from scripts.model.problem import Problem
from scripts.read.yaml_tree import Node, parse_yaml

BOM = "\ufeff"
HINT = " (a source: python -m scripts split --normalise FOLDER)"


def read_text(path: Path, shown: str) -> tuple[str | None, list[Problem]]:
    """The text of a UTF-8 file with LF line ends; `shown` is its path in messages."""
    try:
        data = path.read_bytes()
    except OSError as error:
        return None, [Problem(shown, 1, f"cannot be read: {error.strerror}; check the file")]
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        bad = f"byte 0x{data[error.start]:02x}"
        return None, [Problem(shown, line, f"not UTF-8: {bad}; save the file as UTF-8")]
    problems = []
    if text.startswith(BOM):
        problems.append(Problem(shown, 1, f"a byte order mark: U+FEFF; save as UTF-8 without BOM{HINT}"))
    if "\r" in text:
        line = text[: text.index("\r")].count("\n") + 1
        problems.append(Problem(shown, line, f"a carriage return: CR; save with LF line ends{HINT}"))
    return (None, problems) if problems else (text, [])


def read_yaml(path: Path, shown: str) -> tuple[Node | None, list[Problem]]:
    """The tree of a YAML file; None where it could not be read."""
    text, problems = read_text(path, shown)
    if text is None:
        return None, problems
    return parse_yaml(text, shown)
