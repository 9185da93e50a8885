"""A link that leads nowhere is told at its line, in the page that a person wrote."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from scripts.cli import main
from scripts.publish.mkdocs_glue import build_site
from scripts.publish.mkdocs_log import warned, warnings
from tests.tiny import write_tiny

LOST = "Read [more](nowhere.md).\n\nSee [this](about.md#nothing).\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A tiny project whose page about itself has two bad links."""
    folder = write_tiny(tmp_path / "project")
    page = folder / "docs/en/about.md"
    page.write_text(page.read_text("utf-8") + "\n" + LOST, "utf-8")
    return folder


def expected(project: Path) -> list[str]:
    lines = (project / "docs/en/about.md").read_text("utf-8").splitlines()
    ending = "correct it, or name a page and an anchor that are there"
    return [f"docs/en/about.md:{lines.index(text) + 1}: link: leads nowhere: {link}; {ending}"
            for text, link in (("Read [more](nowhere.md).", "nowhere.md"), ("See [this](about.md#nothing).", "about.md#nothing"))]  # fmt: skip


def test_every_bad_link_is_told_and_nothing_is_written(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(project), "site"]) == 1
    told = capsys.readouterr().err.splitlines()
    assert told == [*expected(project), "2 problems; nothing was written"]
    assert not (project / "site").exists()


def test_while_one_writes_they_are_told_and_the_page_is_shown(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    build_site(project, project / "site", strict=False)
    told = capsys.readouterr().err.splitlines()
    assert [line for line in told if "leads nowhere" in line] == expected(project)
    assert "nowhere.md" in (project / "site/en/about/index.html").read_text("utf-8")


def test_what_is_no_link_of_a_page_is_told_of_the_configuration(tmp_path: Path) -> None:
    """A warning of any other kind, and one of a page that no person wrote."""
    for warning in ("A reference to 'x.md' is included in the 'nav' configuration.",
                    "Doc file 'index.md' contains a link 'x.md', but the target is not found."):  # fmt: skip
        told = str(warned(warning, tmp_path, "zh", "mkdocs.yml"))
        assert told == f"mkdocs.yml:1: {warning.rstrip('.')}"


def test_warnings_are_kept_only_inside() -> None:
    log = logging.getLogger("mkdocs.structure")
    before = list(logging.getLogger("mkdocs").handlers)
    with warnings() as met:
        log.warning("one of %s", "two")
        log.info("not this")
    log.warning("after")
    assert met == ["one of two"] and logging.getLogger("mkdocs").handlers == before
