"""A build while one writes keeps the pages that stay the same, and is the whole build to the byte."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.model.problem import Faulty
from scripts.publish.again import Built
from scripts.publish.mkdocs_glue import build_site
from tests.copied import digests
from tests.tiny import ID, write_tiny

Act = Callable[[Path], object]


def _put(path: str, old: str, new: str) -> Act:
    def act(root: Path) -> None:
        text = (root / path).read_text("utf-8")
        assert old in text
        (root / path).write_text(text.replace(old, new), "utf-8")

    return act


# What a person changes, and whether the pages that stay the same can be kept.
CHANGES: dict[str, tuple[Act, bool]] = {
    "nothing": (lambda root: None, True),
    "a note": (_put(f"annotations/{ID}/notes.yml", "So in the", "It is so in the"), True),
    "a gloss": (_put("annotations/glossary/terms/slogan.yml", "A phrase of Xiaohe", "Three things done"), True),
    "the English of a sentence": (_put(f"docs/reports/{ID}/en.yml", "were built.", "have been built."), True),
    "a page written by hand": (_put("docs/en/about.md", "…", "More about it 关于它."), True),
    "a template of our own pages": (_put("overrides/pages/notes.html", "<", "<!-- seen --><"), True),
    "a style": (lambda root: (root / "overrides/assets/css/data.css").write_text("p { color: red }"), True),
    "a heading": (_put(f"docs/reports/{ID}/en.yml", "Work this year", "The work of this year"), False),
    "a word of the interface": (_put("overrides/interface/edition.yml", "zh: 下载,", "zh: 取用,"), False),
    "the theme's frame": (_put("overrides/main.html", "{% block", "<!-- seen -->{% block"), False),
    "a setting": (_put("mkdocs.yml", "attr_list", "abbr"), False),
    "a category gone": (_put("annotations/glossary/terms/place.yml", '"place"', '"slogan"'), False),
}  # fmt: skip


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write_tiny(tmp_path / "project")


def _times(site: Path) -> dict[str, int]:
    return {p.relative_to(site).as_posix(): p.stat().st_mtime_ns for p in site.glob("zh/**/index.html")}


@pytest.mark.parametrize("what", CHANGES)
def test_a_build_after_a_change_is_the_whole_build(project: Path, what: str) -> None:
    act, kept = CHANGES[what]
    site = project / "site"
    last = build_site(project, site, strict=False)
    before = _times(site)
    act(project)
    build_site(project, site, strict=False, last=last)
    same = sum(before.get(path) == time for path, time in _times(site).items())
    assert (same > len(before) / 3) if kept else not same
    build_site(project, project / "whole", strict=False)
    assert digests(site) == digests(project / "whole")


def test_what_was_warned_of_is_warned_of_again(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "docs/en/about.md").write_text(
        '---\ntitle: "A"\ndescription: "A"\n---\n\n# A { #about }\n\n## T { #translation }\n\n[B](b.md)\n', "utf-8"
    )
    last = build_site(project, project / "site", strict=False)
    assert last is None
    assert "docs/en/about.md:10" in capsys.readouterr().err
    build_site(project, project / "site", strict=False, last=last)
    assert "docs/en/about.md:10" in capsys.readouterr().err


def test_a_site_that_another_build_put_there_is_not_kept(project: Path) -> None:
    site = project / "site"
    last = build_site(project, site, strict=False)
    build_site(project, site)  # sealed: its pages must not come back into an open one
    before = _times(site)
    record = build_site(project, site, strict=False, last=last)
    assert not any(before[path] == time for path, time in _times(site).items())
    assert isinstance(record, Built)


def test_a_fault_between_two_builds_costs_nothing(project: Path) -> None:
    site, notes = project / "site", project / f"annotations/{ID}/notes.yml"
    last = build_site(project, site, strict=False)
    text = notes.read_text("utf-8")
    notes.write_text(text.replace("So in the", "It is so in the"), "utf-8")
    main = project / "overrides/main.html"
    frame = main.read_text("utf-8")
    main.write_text("{% for %}", "utf-8")
    with pytest.raises(Faulty):
        build_site(project, site, strict=False, last=last)
    main.write_text(frame, "utf-8")
    build_site(project, site, strict=False, last=last)
    build_site(project, project / "whole", strict=False)
    assert digests(site) == digests(project / "whole")
