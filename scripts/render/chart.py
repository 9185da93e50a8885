"""Charts as shapes: bars, pairs, parts and slopes on a field 340 wide (a phone), with text at its true size.

Templates turn the shapes into SVG. Colours are classes, so that one drawing serves light and dark.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from scripts.model.annotation import Figure
from scripts.model.edition import Report
from scripts.model.story import Chart
from scripts.render.typeset import bounded, period_line, said

WIDTH, ROW, BAR, TEXT = 340.0, 46.0, 14.0, 13.0
# Room kept at the right of a bar for its value.
VALUE = 128.0
# Room kept at both sides of a line for the values at its ends.
SIDE = 62.0
FALL = 120.0


@dataclass(frozen=True, slots=True)
class Box:
    x: float
    y: float
    width: float
    height: float
    style: str


@dataclass(frozen=True, slots=True)
class Dot:
    x: float
    y: float
    style: str


@dataclass(frozen=True, slots=True)
class Line:
    x1: float
    y1: float
    x2: float
    y2: float


@dataclass(frozen=True, slots=True)
class Words:
    x: float
    y: float
    text: str
    anchor: str = "start"
    style: str = "label"


@dataclass(slots=True)
class Drawing:
    """The shapes of one chart in one language, and the rows of the data behind it."""

    chart: Chart
    rows: list[tuple[str, Figure]]
    height: float = 0
    width: float = WIDTH
    boxes: list[Box] = field(default_factory=list)
    dots: list[Dot] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    words: list[Words] = field(default_factory=list)


def draw(chart: Chart, report: Report, language: str) -> Drawing:
    """The drawing of a chart whose figures are all there."""
    chosen = [report.figure[id] for id in chart.figures]
    drawing = Drawing(chart, list(zip(_names(chart, chosen, language), chosen, strict=True)))
    {"bars": _bars, "pairs": _pairs, "slope": _slope, "parts": _parts}[chart.kind](drawing, language)
    return drawing


def _names(chart: Chart, figures: list[Figure], language: str) -> list[str]:
    if not chart.labels:
        return [said(figure.subject, language) for figure in figures]
    each = 2 if chart.kind in ("pairs", "slope") else 1
    return [said(chart.labels[i // each], language) for i in range(len(figures))]


def _scale(figures: list[Figure], room: float) -> float:
    largest = max((abs(figure.value) for figure in figures), default=Decimal(1)) or Decimal(1)
    return room / float(largest)


def _bars(drawing: Drawing, language: str) -> None:
    """A name above each bar, its value at the end."""
    scale = _scale([f for _, f in drawing.rows], WIDTH - VALUE)
    for i, (name, figure) in enumerate(drawing.rows):
        top = i * ROW
        length = max(2.0, float(abs(figure.value)) * scale)
        drawing.words.append(Words(0, top + TEXT, name))
        drawing.boxes.append(Box(0, top + TEXT + 6, length, BAR, "bar"))
        value = bounded(figure, language)
        drawing.words.append(Words(length + 7, top + TEXT + 6 + BAR - 2.5, value, style="value"))
    drawing.height = len(drawing.rows) * ROW


def _pairs(drawing: Drawing, language: str) -> None:
    """Before and after on one line: a hollow dot and a full one, each with its value."""
    room = WIDTH - 2 * SIDE
    scale = _scale([f for _, f in drawing.rows], room)
    for row in range(len(drawing.rows) // 2):
        (name, before), (_, after) = drawing.rows[2 * row : 2 * row + 2]
        y = row * ROW + TEXT + 17
        xs = [SIDE + float(f.value) * scale for f in (before, after)]
        drawing.words.append(Words(0, row * ROW + TEXT, name))
        drawing.lines.append(Line(SIDE, y, SIDE + room, y))
        drawing.boxes.append(Box(min(xs), y - 1.5, abs(xs[1] - xs[0]), 3, "bar"))
        for x, figure, style in zip(xs, (before, after), ("before", "after"), strict=True):
            left = x <= min(xs) and xs[0] != xs[1]
            left = left or (xs[0] == xs[1] and style == "before")
            drawing.dots.append(Dot(x, y, style))
            at, anchor = (x - 9, "end") if left else (x + 9, "start")
            drawing.words.append(Words(at, y + 4.5, bounded(figure, language), anchor, f"value {style}"))
    drawing.height = len(drawing.rows) // 2 * ROW


def _slope(drawing: Drawing, language: str) -> None:
    """Before at the left and after at the right, as high as their values."""
    scale = _scale([f for _, f in drawing.rows], FALL)
    floor = FALL + 2 * TEXT + 12
    for row in range(len(drawing.rows) // 2):
        (name, before), (_, after) = drawing.rows[2 * row : 2 * row + 2]
        drawing.words.append(Words(0, TEXT + row * 18, name))
        ends = [(SIDE, before, "end", "before"), (WIDTH - SIDE, after, "start", "after")]
        ys = [floor - float(figure.value) * scale for _, figure, _, _ in ends]
        drawing.lines.append(Line(SIDE, ys[0], WIDTH - SIDE, ys[1]))
        for (x, figure, anchor, style), y in zip(ends, ys, strict=True):
            drawing.dots.append(Dot(x, y, style))
            at = x - 9 if anchor == "end" else x + 9
            drawing.words.append(Words(at, y + 4.5, bounded(figure, language), anchor, f"value {style}"))
    for x, (_, figure) in zip((SIDE, WIDTH - SIDE), drawing.rows[:2], strict=False):
        drawing.words.append(Words(x, floor + 24, period_line(figure.period, language), "middle"))
    drawing.height = floor + 32


def _parts(drawing: Drawing, language: str) -> None:
    """One bar cut into shares, and a key below it."""
    whole = sum((figure.value for _, figure in drawing.rows), Decimal(0)) or Decimal(1)
    x = 0.0
    for i, (name, figure) in enumerate(drawing.rows):
        width = float(figure.value / whole) * WIDTH
        drawing.boxes.append(Box(x, 0, max(0.0, width - 2), 30, f"part-{i % 6}"))
        y = 52 + i * 24
        drawing.boxes.append(Box(0, y - 11, 12, 12, f"part-{i % 6}"))
        drawing.words.append(Words(20, y, name))
        drawing.words.append(Words(WIDTH, y, bounded(figure, language), "end", "value"))
        x += width
    drawing.height = 44 + len(drawing.rows) * 24
