"""What a tagged PDF says, in the order of its tags: what a screen reader would read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pikepdf

Object = pikepdf.Object
MAPPED = re.compile(rb"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>")
RANGE = re.compile(rb"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>")
Where = tuple[tuple[int, int], int | None]
Piece = tuple[str, str]


@dataclass(frozen=True)
class Tagged:
    """A stretch of text with its tags, outermost first, and its language."""

    text: str
    tags: tuple[str, ...]
    language: str


def read_tagged(pdf: pikepdf.Pdf) -> list[Tagged]:
    """Every tagged stretch of the document in the order of its structure tree."""
    shown = {(page.obj.objgen, id): pieces for page in pdf.pages for id, pieces in _marked(page).items()}
    root = pdf.Root.StructTreeRoot
    roles = {str(k): str(v) for k, v in root.get("/RoleMap", pikepdf.Dictionary()).items()}
    return list(_walk(root.K, shown, roles, (), str(pdf.Root.get("/Lang", "")), None))


def all_text(page: pikepdf.Page) -> str:
    """Everything printed on a page, tagged or not, in no particular order of its parts."""
    return " ".join("".join(text for text, _ in pieces) for pieces in _marked(page).values())


def _walk(
    node: Object, shown: dict[Where, list[Piece]], roles: dict[str, str], tags: tuple[str, ...], language: str,
    page: tuple[int, int] | None,
) -> Iterator[Tagged]:  # fmt: skip
    if isinstance(node, pikepdf.Array):
        for child in node:
            yield from _walk(child, shown, roles, tags, language, page)
    elif isinstance(node, int):
        assert page is not None
        for text, spoken in shown.get((page, node), []):
            yield Tagged(text, tags, spoken or language)
    elif node.get("/Type") == "/MCR":
        yield from _walk(node.MCID, shown, roles, tags, language, node.Pg.objgen if "/Pg" in node else page)
    elif node.get("/Type") != "/OBJR":
        tag = str(node.S)[1:]
        here = node.Pg.objgen if "/Pg" in node else page
        spoken = str(node.Lang) if "/Lang" in node else language
        if "/K" in node:
            yield from _walk(node.K, shown, roles, (*tags, tag), spoken, here)


def _marked(page: pikepdf.Page) -> dict[int | None, list[Piece]]:
    """The text of each marked piece of a page's content, with the language marked within it; None is the rest."""
    fonts = {name: _unicode(font) for name, font in page.resources.get("/Font", {}).items()}
    texts: dict[int | None, list[Piece]] = {}
    stack: list[tuple[int | None, str]] = [(None, "")]
    font: dict[int, str] = {}
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "BDC" | "BMC":
                held = operands[1] if len(operands) > 1 else None
                held = held if isinstance(held, pikepdf.Dictionary) else pikepdf.Dictionary()
                id = int(held.MCID) if "/MCID" in held else stack[-1][0]
                stack.append((id, str(held.get("/Lang", stack[-1][1]))))
            case "EMC":
                stack.pop()
            case "Tf":
                font = fonts[str(operands[0])]
            case "Tj" | "TJ":
                pieces = operands[0] if str(operator) == "TJ" else [operands[0]]
                said = "".join(_decode(bytes(p), font) for p in pieces if isinstance(p, pikepdf.String))
                id, spoken = stack[-1]
                texts.setdefault(id, []).append((said, spoken))
    return texts


def _decode(data: bytes, font: dict[int, str]) -> str:
    return "".join(font[int.from_bytes(data[i : i + 2])] for i in range(0, len(data), 2))


def _unicode(font: Object) -> dict[int, str]:
    """What each code of a composite font says, from its ToUnicode map."""
    cmap = font.ToUnicode.read_bytes()
    found: dict[int, str] = {}
    for block in re.findall(rb"beginbfchar(.*?)endbfchar", cmap, re.S):
        found |= {int(a, 16): bytes.fromhex(b.decode()).decode("utf-16-be") for a, b in MAPPED.findall(block)}
    for block in re.findall(rb"beginbfrange(.*?)endbfrange", cmap, re.S):
        for first, last, text in RANGE.findall(block):
            start = int.from_bytes(bytes.fromhex(text.decode()))
            found |= {int(first, 16) + i: chr(start + i) for i in range(int(last, 16) - int(first, 16) + 1)}
    return found
