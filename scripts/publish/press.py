"""Typeset sheets: the sources that rendering wrote become PDF and PNG files.

The fonts are the project's own (overrides/fonts), so that every machine sets the same page; a
character that none of them has is told before anything is printed.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from hashlib import sha256
from importlib.metadata import version
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import typst
from fontTools.ttLib import TTFont
from PIL import Image

from scripts.model.problem import Faulty, Problem
from scripts.model.sheet import Sheet

FONTS = Path("overrides/fonts")
CACHE = Path(".cache/press")
# Ink on paper and the steps between: what a card needs to look smooth, at a fifth of the size.
COLOURS = 24
SUFFIXES = (".otf", ".ttf")
REMEDY = "put a font that has it there, such as one of Debian's fonts-noto-cjk"
INVISIBLE = frozenset(map(chr, (*range(0x20), 0x200B, 0x2060, 0xFEFF)))


def print_sheets(root: Path, sheets: Iterable[Sheet], *, draft: bool = False) -> dict[str, bytes]:
    """path -> file of every sheet; what was printed before from the same source is taken again.

    A book takes seconds to set: with `draft` its last printing will do, if there is one.
    Raises Faulty where there is no font or a character has no glyph, RuntimeError where the
    typesetter refuses a source.
    """
    sheets = tuple(sheets)
    if not sheets:
        return {}
    fonts = sorted(p for p in (root / FONTS).glob("*") if p.suffix in SUFFIXES)
    _have_glyphs(fonts, sheets)
    digest = sha256(b"".join(sha256(font.read_bytes()).digest() for font in fonts)).hexdigest()
    files: dict[str, bytes] = {}
    for sheet in sheets:
        pages = _printed(root, sheet, digest, draft)
        if len(pages) != len(sheet.paths):
            raise RuntimeError(f"{sheet.paths[0]}: {len(pages)} pages for {len(sheet.paths)} files")
        files |= dict(zip(sheet.paths, pages, strict=True))
    return files


def _have_glyphs(fonts: list[Path], sheets: tuple[Sheet, ...]) -> None:
    if not fonts:
        told = "no font in it; restore the fonts of this project, or add an .otf or .ttf with Chinese"
        raise Faulty((Problem(FONTS.as_posix(), 1, told),))
    known: set[int] = set()
    for font in fonts:
        with TTFont(font, lazy=True) as opened:
            known |= set(opened.getBestCmap())
    lacking = {c for sheet in sheets for c in sheet.source if ord(c) not in known} - INVISIBLE
    if lacking:
        shown = ", ".join(f"{c} (U+{ord(c):04X})" for c in sorted(lacking)[:20])
        raise Faulty((Problem(FONTS.as_posix(), 1, f"no glyph in any font for: {shown}; {REMEDY}"),))


def _printed(root: Path, sheet: Sheet, fonts: str, draft: bool) -> list[bytes]:
    """The pages of a sheet, from the cache where it has them. The cache keeps one printing of each."""
    parts = (version("typst"), version("pillow"), str(COLOURS), fonts, repr(sheet))
    key = sha256("\0".join(parts).encode()).hexdigest()
    last = root / CACHE / f"last-{sha256(sheet.paths[0].encode()).hexdigest()[:16]}"
    before = last.read_text("ascii") if last.exists() else ""
    wanted = before if draft and sheet.format == "pdf" and before else key
    kept = sorted((root / CACHE / wanted).glob("[0-9]*"))
    if kept:
        return [page.read_bytes() for page in kept]
    pages = _set(sheet, root / FONTS)
    _keep(root / CACHE / key, pages)
    if before and before != key:
        shutil.rmtree(root / CACHE / before, ignore_errors=True)
    last.write_text(key, "ascii")
    return pages


def _keep(folder: Path, pages: list[bytes]) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    aside = folder.with_suffix(".new")
    shutil.rmtree(aside, ignore_errors=True)
    aside.mkdir(parents=True)
    for number, page in enumerate(pages):
        (aside / f"{number:05}").write_bytes(page)
    aside.rename(folder)


def _set(sheet: Sheet, fonts: Path) -> list[bytes]:
    here = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[fonts])
    pdf = sheet.format == "pdf"
    source = sheet.source.encode()
    standard = sheet.standard if pdf else None
    ppi = None if pdf else 72.0
    try:
        with TemporaryDirectory() as nothing:  # without a root, a source may read the current folder
            compiler = typst.Compiler(source, root=nothing, font_paths=here)
            made = compiler.compile(format=sheet.format, ppi=ppi, pdf_standards=standard)
    except typst.TypstError as error:
        raise RuntimeError(f"{sheet.paths[0]} could not be typeset: {error}") from error
    pages = [page for page in (made if isinstance(made, list) else [made]) if page is not None]
    return pages if pdf else [_few_colours(page) for page in pages]


def _few_colours(page: bytes) -> bytes:
    """A PNG with a palette of its own instead of four channels."""
    with Image.open(BytesIO(page)) as image:
        reduced = image.convert("RGB").quantize(COLOURS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    out = BytesIO()
    reduced.save(out, "PNG", optimize=True)
    return out.getvalue()
