"""Read one file as text, or say why it cannot be read."""

from __future__ import annotations

from pathlib import Path

from scripts.model.problem import Problem
from scripts.model.text import CONTROL
from scripts.read.yaml_tree import Node, parse_yaml

LEADS_OUT = "a link that leads out of the project; put the file itself there"
BOM = "\ufeff"
HINT = " (a source: python -m scripts split --normalise FOLDER)"


def read_text(path: Path, shown: str) -> tuple[str | None, list[Problem]]:
    """The text of a UTF-8 file with LF line ends; `shown` is its path in messages, from the project."""
    if strange := _strange(path, path.parents[len(Path(shown).parts) - 1]):
        return None, [Problem(shown, 1, strange)]
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
    elif found := CONTROL.search(text):
        line = text.count("\n", 0, found.start()) + 1
        told = f"a control character: U+{ord(found.group()):04X}; leave it out"
        problems.append(Problem(shown, line, told))
    return (None, problems) if problems else (text, [])


def _strange(path: Path, root: Path) -> str:
    """Why a path is no file of the project, or ''."""
    if not path.resolve().is_relative_to(root.resolve()):
        return LEADS_OUT
    if path.exists() and not path.is_file():
        return "not a file; put a file there, or take it away"
    return ""


def links_out(root: Path, folder: str) -> list[Problem]:
    """A problem for each link below a folder of the project that leads out of it."""
    links = (path for path in sorted((root / folder).rglob("*")) if path.is_symlink())
    return [
        Problem(path.relative_to(root).as_posix(), 1, LEADS_OUT)
        for path in links
        if not path.resolve().is_relative_to(root.resolve())
    ]


def read_yaml(path: Path, shown: str) -> tuple[Node | None, list[Problem]]:
    """The tree of a YAML file; None where it could not be read."""
    text, problems = read_text(path, shown)
    if text is None:
        return None, problems
    return parse_yaml(text, shown)
