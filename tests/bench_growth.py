"""How the build grows with the text: processor time and memory, as ratios of one report's.

Each size is measured in a process of its own, so that its peak of memory is its own:
python -m tests.bench_growth [SIZE …], where a size is 10 (as long) or 10x (as many reports).
"""

from __future__ import annotations

import json
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from scripts.join.edition import join
from scripts.publish.mkdocs_glue import CONFIGS, _build_language
from scripts.publish.press import print_sheets
from scripts.publish.tree_files import bundles, write_tree
from scripts.publish.workshop import open_workshop
from scripts.read.project import read_project
from scripts.render.permanent import permanent_pages
from scripts.render.tree import render
from tests.conftest import ROOT
from tests.grown import longer, side_by_side

SIZES = ("1", "10", "10x", "100", "100x")
# Beyond this typesetting and MkDocs take an hour; what is ours is measured at any size.
PRINTED_UP_TO = 10
MEMORY = "peak of memory"
THEME, LIGHT = "a page through the theme", "a permanent page"
APART = (MEMORY, THEME, LIGHT)


def measured(size: str) -> dict[str, float]:
    """Seconds of processor time of each stage and of one page, and the peak of memory in MiB."""
    times = int(size.removesuffix("x"))
    shop = open_workshop(ROOT)
    project, _ = read_project(ROOT)
    grown = side_by_side(project, times) if size.endswith("x") else longer(project, times)
    work = Path(tempfile.mkdtemp())
    for name in ("overrides", *CONFIGS.values()):
        source = ROOT / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, work / name)
    spent: dict[str, float] = {}

    def stage(name: str, act: Callable[[], Any]) -> Any:
        start = time.process_time()
        made = act()
        spent[name] = time.process_time() - start
        return made

    edition, problems = stage("join and prove", lambda: join(grown))
    assert not problems, problems[:3]
    tree = stage(
        "render and export", lambda: render(edition, shop.templates, shop.hand_written, "", shop.colours)
    )
    start = time.process_time()
    light = sum(1 for _ in permanent_pages(edition, shop.templates, ""))
    spent[LIGHT] = (time.process_time() - start) / light
    printed = {}
    if times <= PRINTED_UP_TO:
        printed = stage("typeset books and cards", lambda: print_sheets(work, tree.sheets))
    stage("write", lambda: write_tree(tree, bundles(work), printed, work / ".build"))
    if times <= PRINTED_UP_TO:
        stage("MkDocs, both languages", lambda: [
            _build_language(work, language, work / ".build", work / "site" / language, "", True)
            for language in CONFIGS
        ])  # fmt: skip
        spent[THEME] = spent["MkDocs, both languages"] / sum(1 for _ in (work / "site").rglob("*.html"))
    shutil.rmtree(work)
    spent[MEMORY] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return spent


def bench_growth(sizes: tuple[str, ...] = SIZES) -> None:
    """Print each stage at each size, as a multiple of what one report takes."""
    rows = {size: _aside(size) for size in dict.fromkeys(("1", *sizes))}
    unit = rows.pop("1")
    stages = {name: spent for name, spent in unit.items() if name not in APART}
    print("\none report: where the time goes")
    for name, spent in stages.items():
        print(f"  {name:26} {spent / sum(stages.values()):6.1%}")
    print(f"{THEME} takes {unit[THEME] / unit[LIGHT]:.1f} times {LIGHT}")
    for size, row in rows.items():
        what = f"{size[:-1]} reports side by side" if size.endswith("x") else f"{size} times the report"
        print(f"{what}: each stage as a multiple of one report's")
        for name, spent in row.items():
            print(f"  {name:26} {spent / unit[name]:6.1f}")


def _aside(size: str) -> dict[str, float]:
    call = [sys.executable, "-c", "import json, sys; from tests.bench_growth import measured; "
            "json.dump(measured(sys.argv[1]), sys.stdout)", size]  # fmt: skip
    ran = subprocess.run(call, cwd=ROOT, capture_output=True, text=True)
    if ran.returncode:
        raise RuntimeError(ran.stderr)
    found: dict[str, float] = json.loads(ran.stdout.splitlines()[-1])
    return found


if __name__ == "__main__":
    bench_growth(tuple(sys.argv[1:]) or SIZES)
