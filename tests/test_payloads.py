"""Texts that would do something come out as text, or are told at their line: in every field, in every file."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.model.edition import Edition
from scripts.publish.workshop import Workshop, open_workshop
from scripts.render.tree import Tree, render
from tests.leaves import Leaf, free, leaves, payloads, settle
from tests.markup_of import Made, drawn, strange
from tests.tiny import FILES, ID, write_tiny

ADDRESS = "https://example.org/r/"
CARD = f"docs/reports/{ID}/report.yml"
# Where a text must be read again, to the letter: its place, and a page that shows it.
SHOWN: tuple[tuple[Leaf, str], ...] = (
    ((CARD, ("title", "zh")), f"{ID}/p2/index.html"),
    ((CARD, ("speaker", "en")), f"{ID}/p2/index.html"),
    ((CARD, ("occasion", "zh")), f"zh/{ID}/index.md.html"),
    ((CARD, ("title", "en")), f"en/{ID}/full.md.html"),
    ((f"annotations/{ID}/figures.yml", (0, "subject", "zh")), f"zh/{ID}/figures.md.html"),
    ((f"annotations/{ID}/notes.yml", (0, "sources", 0, "publisher")), f"zh/{ID}/notes.md.html"),
    ((f"annotations/{ID}/charts.yml", (0, "title", "zh")), f"zh/{ID}/year.md.html"),
    (("annotations/glossary/terms/slogan.yml", (0, "pinyin")), "zh/glossary/slogan.md.html"),
)  # fmt: skip


@cache
def shop(folder: Path) -> Workshop:
    """The project as it is at first: its templates are compiled once for all tests."""
    return open_workshop(folder)


def tree_of(folder: Path, edition: Edition) -> Tree:
    given = shop(folder)
    return render(edition, given.templates, given.hand_written, ADDRESS, given.colours)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_tiny(tmp_path_factory.mktemp("tiny") / "project")


@pytest.fixture(scope="module")
def plain(folder: Path) -> dict[str, str]:
    return drawn(tree_of(folder, shop(folder).edition))


def judged(folder: Path, plain: Mapping[str, str], texts: Mapping[Leaf, str]) -> dict[Leaf, str]:
    """Nothing strange in any file, and what passed is shown to the letter; returns what passed.

    The first time with texts for ids, quotations and dates, too, each of which is told or passes.
    """
    _, _, told = settle(folder, texts)
    edition, passed, more = settle(folder, {leaf: text for leaf, text in texts.items() if free(leaf)})
    told += more
    for problem in told:
        assert problem.path and problem.line >= 1 and str(problem).isprintable() and len(str(problem)) < 1200
    files = drawn(tree_of(folder, edition))
    assert set(files) >= set(plain) or len(passed) < len(texts)
    assert list(strange(files, plain)) == []
    for leaf, page in SHOWN:
        if leaf in passed and page in files:
            assert " ".join(passed[leaf].split()) in " ".join(Made(files[page]).text.split()), (leaf, page)
    for path in files:
        if path.endswith(".csv"):
            assert not list(formulas(files[path]))
    return passed


def formulas(text: str) -> Iterator[str]:
    """Cells that a spreadsheet would work out; numbers with a sign are none."""
    for row in csv.reader(io.StringIO(text.lstrip("\ufeff"))):
        yield from (c for c in row if c[:1] in ("=", "+", "@", "-", "\t", "\r") and not c[1:2].isdigit())


@pytest.mark.parametrize("text", [
    pytest.param(text, id=f"{group}-{number}") for group, texts in payloads().items() for number, text in enumerate(texts)
])  # fmt: skip
def test_a_payload_in_every_field_is_told_or_is_text(text: str, folder: Path, plain: dict[str, str]) -> None:
    places = leaves(FILES)[:: 1 + len(text) // 2000]  # a long text in some fields only
    judged(folder, plain, dict.fromkeys(places, text))


TEXTS = st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("<>&\"'{}[]()`*_#:=\\/\n\t%$@"), max_size=40)


@settings(max_examples=20)
@given(st.dictionaries(st.sampled_from(leaves(FILES)), TEXTS, min_size=20, max_size=80))
def test_any_texts_in_any_fields_are_told_or_are_text(
    folder: Path, plain: dict[str, str], texts: dict[Leaf, str]
) -> None:
    judged(folder, plain, texts)
