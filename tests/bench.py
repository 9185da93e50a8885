"""make bench: where the time goes, as ratios of one plain read-and-join of the report."""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from scripts.join.edition import join
from scripts.model.edition import Edition
from scripts.proof.translation import verify_translation
from scripts.publish.mkdocs_glue import build_site
from scripts.publish.workshop import open_workshop
from scripts.read.project import read_project
from scripts.render.permanent import permanent_pages
from scripts.render.tree import render
from scripts.split.split import split
from tests.bench_build import bench_build
from tests.bench_growth import bench_growth
from tests.bench_search import bench_search
from tests.measure import kaifeng_pairs, measure, national_pairs

ROOT = Path(__file__).resolve().parents[1]
ROUNDS = 5


def median(act: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Median seconds of an act."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        act()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def main() -> None:
    shop = open_workshop(ROOT)
    edition: Edition = shop.edition
    source = edition.reports[0].source
    project, _ = read_project(ROOT)
    unit = median(lambda: read_project(ROOT)) + median(lambda: join(project))
    site = Path(tempfile.mkdtemp()) / "site"
    steps = {
        "read and join (the unit)": unit,
        "split the source": median(lambda: split(source)),
        "split ten times the text": median(lambda: split(source.replace(" ", "\n") * 10), 1),
        "number and term proof": median(lambda: list(verify_translation(edition.reports[0], edition))),
        "render every page": median(lambda: render(edition, shop.templates, shop.hand_written)),
        "  of it, permanent pages": median(lambda: list(permanent_pages(edition, shop.templates, ""))),
        "whole site, both languages": median(lambda: build_site(ROOT, site), 3),
    }
    for name, seconds in steps.items():
        print(f"{name:32} {seconds / unit:7.1f}")
    print("number proof, on the national report of 2024:", measure(national_pairs(), 2024))
    print("number proof, on this report:", measure(kaifeng_pairs(edition), 2020))
    bench_search(edition, site)
    bench_build()
    bench_growth()


if __name__ == "__main__":
    main()
