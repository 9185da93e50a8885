"""Our build beside plain MkDocs on the same Markdown, and a rebuild after one change, in one run."""

from __future__ import annotations

import json
import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from mkdocs.commands.build import build
from mkdocs.config import load_config

from scripts.publish.mkdocs_glue import CONFIGS, build_site
from tests.copied import copy_project

ROUNDS = 3
NOTES = "annotations/kaifeng-2020/notes.yml"
PLAIN = """\
site_name: Plain
theme: {name: material, font: false, features: [navigation.indexes, navigation.prune]}
markdown_extensions: [attr_list, tables, md_in_html]
"""


def seconds(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


def bench_build() -> None:
    """Print what the whole build and a rebuild take, as multiples of plain MkDocs on the same Markdown."""
    project = copy_project(Path(tempfile.mkdtemp()) / "project")
    site = project / "site"
    first = seconds(lambda: build_site(project, site))
    plain = median(seconds(lambda: _plain(project)) for _ in range(ROUNDS))
    whole = median(seconds(lambda: build_site(project, site)) for _ in range(ROUNDS))
    pages = sum(1 for _ in site.rglob("*.html"))
    print("\nthe build, as a multiple of plain MkDocs with the theme as it comes on the same Markdown")
    print(f"  {'first, with books and cards to print':46} {first / plain:6.2f}")
    print(f"  {'whole, as printed before':46} {whole / plain:6.2f}   ({pages} pages; plain builds {_plain(project)})")
    print(f"  {'again under serve, after one annotation':46} {_again(project, site) / plain:6.2f}")
    shutil.rmtree(project.parent)


def _plain(project: Path) -> int:
    """Both languages' Markdown by MkDocs and its theme alone, with our navigation. Returns the pages made."""
    frame = json.loads((project / ".build/frame.json").read_text("utf-8"))
    config, made = project / "plain.yml", project / "plain"
    config.write_text(PLAIN, "utf-8")
    for language in CONFIGS:
        docs = project / ".build" / language
        build(load_config(str(config), docs_dir=str(docs), site_dir=str(made / language), nav=frame["nav"][language]))
    return sum(1 for _ in made.rglob("*.html"))


def _again(project: Path, site: Path) -> float:
    """Seconds of a rebuild after a change of one note, the median of a few."""
    last = build_site(project, site, strict=False)
    times = []
    for _ in range(ROUNDS):
        text = (project / NOTES).read_text("utf-8")
        (project / NOTES).write_text(text.replace("原文", "原文 ", 1), "utf-8")
        start = time.perf_counter()
        last = build_site(project, site, strict=False, last=last)
        times.append(time.perf_counter() - start)
        assert last is not None
    return median(times)


if __name__ == "__main__":
    bench_build()
