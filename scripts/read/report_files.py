"""Read what belongs to one report: report.yml, zh.yml, en.yml, errata.yml."""

from __future__ import annotations

from dataclasses import dataclass, field

from scripts.model.problem import Problem, Where
from scripts.model.report import Departure, Erratum, Rendering, Translation
from scripts.model.text import Kind, Segment, Sentence, Text
from scripts.read.shape import Shaper
from scripts.read.yaml_tree import Node

KINDS: tuple[Kind, ...] = (
    "title", "lead", "salutation", "part", "section", "subsection", "paragraph", "entry", "removed",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Entry:
    """A segment as it stands in zh.yml."""

    id: str
    kind: str
    sum: str
    within: str = ""
    after: str = ""
    was: str = ""
    into: str = ""
    heads: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    where: Where = field(default_factory=lambda: Where("", 0))


def shape_zh(root: Node, path: str) -> tuple[Text, list[Problem]]:
    """zh.yml -> the split text; problems where the file was edited out of shape."""
    shaper = Shaper(path)
    before = root.mapping.get("before")
    segments = []
    for node in (root.mapping.get("segments") or Node((), 1)).items:
        segment = _segment(shaper, node)
        if segment:
            segments.append(segment)
    if not segments:
        shaper.report(1, "no segments in it; run: python -m scripts split, for this report")
    start = before.value if before and isinstance(before.value, str) else ""
    return Text(tuple(segments), start), [*shaper.problems, *_twice(segments)]


def _segment(shaper: Shaper, node: Node) -> Segment | None:
    own = {k: v for k, v in node.mapping.items() if k not in ("sentences", "gaps")}
    entry = shaper.one(_Entry, Node(own, node.line))
    if entry is None:
        return None
    if entry.kind not in KINDS:
        shaper.problems.append(entry.where.problem(f"unknown kind: {entry.kind}", "kind"))
        return None
    gaps = _strings(node.mapping.get("gaps"))
    sentences = tuple(
        Sentence(key, text, gaps.get(key, ""), key in entry.heads)
        for key, text in _strings(node.mapping.get("sentences")).items()
    )
    return Segment(
        entry.id, entry.kind, sentences, entry.within, entry.after, entry.sum,
        entry.gone, entry.was, entry.into, entry.where,
    )  # fmt: skip


def _strings(node: Node | None) -> dict[str, str]:
    if node is None:
        return {}
    return {k: n.value for k, n in node.mapping.items() if isinstance(n.value, str)}


def _twice(segments: list[Segment]) -> list[Problem]:
    seen: set[str] = set()
    problems = []
    for segment in segments:
        for name in {segment.id, *(s.id for s in segment.sentences)}:
            if name in seen:
                problems.append(segment.where.problem(f"the id is there twice: {name}; split again"))
            seen.add(name)
    return problems


def shape_en(root: Node, path: str) -> tuple[Translation, list[Problem]]:
    """en.yml -> renderings by id. A bare text has the file's default status."""
    shaper = Shaper(path)
    status_node = root.mapping.get("status")
    status = str(status_node.value) if status_node and status_node.value else "draft"
    renderings = {}
    for key, node in (root.mapping.get("translations") or Node({}, 1)).mapping.items():
        renderings[key] = _rendering(shaper, node, status)
    departures = shaper.entries(Departure, root.mapping.get("departures"))
    for key, node in root.mapping.items():
        if key not in (known := ("status", "translations", "departures")):
            shaper.report(node.key_line, f"unknown key: {key}; known: {', '.join(known)}")
    line = status_node.line if status_node else 1
    return Translation(renderings, tuple(departures), path, status, line), shaper.problems


@dataclass(frozen=True, slots=True)
class _Written:
    """The long form of a rendering in en.yml."""

    text: str = ""
    status: str = ""
    joined_to: str = ""
    note: str = ""


def _rendering(shaper: Shaper, node: Node, status: str) -> Rendering:
    if node.value is None or isinstance(node.value, str):
        return Rendering(node.value or "", status, line=node.key_line)
    written = shaper.one(_Written, node) or _Written()
    return Rendering(written.text, written.status or status, written.joined_to, written.note, node.key_line)


def shape_errata(root: Node | None, path: str) -> tuple[list[Erratum], list[Problem]]:
    shaper = Shaper(path)
    return shaper.entries(Erratum, root), shaper.problems
