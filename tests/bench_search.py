"""The search timed beside the theme's own engine and Pagefind, in one run and one browser, as ratios.

All three index the same entries and answer the same queries. Pagefind comes into a throw-away
environment; where it cannot be had, the bench says so and goes on.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import venv
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright

from scripts.model.edition import Edition
from tests.chromium import find_or_install
from tests.search_truth import Truth, fold, sampled, truth
from tests.serving import serving

HERE = Path(__file__).parent
TIMES = (1, 3, 10, 30, 100)
# The theme's separator for Chinese (its partials/languages/zh.html).
SEPARATOR = {"zh": r"[\s\u200b\-，。]+", "en": r"[\s\-]+"}
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
PAGEFIND = """
import asyncio, json, sys
from pagefind.index import IndexConfig, PagefindIndex
async def main(docs, out, language):
    async with PagefindIndex(config=IndexConfig(output_path=out)) as index:
        for doc in docs:
            await index.add_custom_record(url="/#" + doc["key"], content=doc["text"], language=language)
main_args = json.load(open(sys.argv[1], encoding="utf-8"))
asyncio.run(main(*main_args))
"""


def bench_search(edition: Edition, site: Path) -> None:
    """Print everything measured on a built site."""
    chromium = find_or_install()
    with serving(site) as base, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        for language in ("zh", "en"):
            known = truth(edition, site, language)
            queries = [q for q in sampled(edition, known, language, 150) if "~" not in q][:120]
            _side_by_side(browser.new_page(bypass_csp=True), base, site, language, known, queries)
        _scale(
            browser.new_page(bypass_csp=True), base, sampled(edition, truth(edition, site, "zh"), "zh", 60)
        )
        browser.close()


def _open(page: Page, base: str, language: str) -> None:
    page.goto(f"{base}{language}/search/?q=%E4%B8%80")
    page.locator(".search-page [data-list][aria-busy=false]").wait_for(state="attached")
    page.add_script_tag(path=HERE / "bench_search.js")


def _side_by_side(page: Page, base: str, site: Path, language: str, known: Truth, queries: list[str]) -> None:
    _open(page, base, language)
    box = page.evaluate("(queries) => benchBox(queries)", queries)
    settings = {"worker": f"{base}{language}/assets/search-worker.js", "index": f"{base}search/"}
    ours = page.evaluate("(all) => benchOurs(all)", {**settings, "language": language, "queries": queries})
    unit = ours["median"]
    print(
        f"search in {language}, {len(queries)} queries, {len(known.texts)} entries; ours, question to answer, is 1"
    )
    print(f"  {'from keystroke to drawn, first / median':44}{box['first']:7.1f} ms{box['median']:7.1f} ms")
    _line("ours", ours, unit, known, queries)
    docs = [{"key": key, "text": "\n".join(texts)} for key, texts in known.texts.items()]
    _line("the theme's engine", _theme(page, base, site, language, docs, queries), unit, known, queries)
    pagefind = _pagefind(site, docs, language)
    if pagefind:
        print(f"  Pagefind: {pagefind}")
        return
    found = page.evaluate("(all) => benchPagefind(all)", {"script": f"{base}pagefind-{language}/pagefind.js", "queries": queries})  # fmt: skip
    _line("Pagefind", found, unit, known, queries)


def _line(name: str, result: dict[str, Any], unit: float, known: Truth, queries: list[str]) -> None:
    """Time as a ratio, and recall and precision against plain containment, averaged over queries."""
    recall, precision = [], []
    for query, keys in zip(queries, result["found"], strict=True):
        wanted, found = known.holding(fold(query)), set(keys)
        recall.append(len(wanted & found) / len(wanted))
        precision.append(len(wanted & found) / len(found) if found else 0.0)
    told = f"recall {sum(recall) / len(recall):.3f}  precision {sum(precision) / len(precision):.3f}"
    print(f"  {name:44}{result['median'] / unit:7.1f}   ({result['median']:.1f} ms)  {told}")


def _theme(
    page: Page, base: str, site: Path, language: str, docs: list[dict[str, str]], queries: list[str]
) -> dict[str, Any]:
    """The theme's worker, given every entry as a section of one page."""
    [worker] = sorted((site / language / "assets/javascripts/workers").glob("search.*.min.js"))
    sections = [{"location": f"page/#{d['key']}", "title": d["key"], "text": d["text"]} for d in docs]
    settings = {
        "worker": f"{base}{worker.relative_to(site).as_posix()}",
        "docs": [{"location": "page/", "title": "page", "text": ""}, *sections],
        "language": language,
        "separator": SEPARATOR[language],
        "queries": queries,
    }
    found: dict[str, Any] = page.evaluate("(all) => benchTheme(all)", settings)
    return found


def _pagefind(site: Path, docs: list[dict[str, str]], language: str) -> str:
    """Index the entries with Pagefind; why not, where that fails."""
    folder = Path(tempfile.gettempdir()) / "edition-bench-pagefind"
    python = folder / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    try:
        if not python.exists():
            venv.create(folder, with_pip=True)
        quiet = {"check": True, "capture_output": True, "timeout": 240}
        subprocess.run([python, "-m", "pip", "install", "--quiet", "pagefind[extended]"], **quiet)  # type: ignore[call-overload]
        script, given = folder / "index.py", folder / "docs.json"
        script.write_text(PAGEFIND, "utf-8")
        out = str(site / f"pagefind-{language}")
        given.write_text(json.dumps([docs, out, language], ensure_ascii=False), "utf-8")
        subprocess.run([python, script, given], **quiet)  # type: ignore[call-overload]
    except (OSError, subprocess.SubprocessError) as error:
        return f"not to be had here ({type(error).__name__}); the others stand"
    return ""


def _scale(page: Page, base: str, queries: list[str]) -> None:
    """The report many times over: where a plain scan stops serving."""
    _open(page, base, "zh")
    page.add_script_tag(url=f"{base}zh/assets/search-worker.js")
    print("the report many times over, both languages, shuffled: median of a query, scan of one report is 1")
    unit = 0.0
    for times in TIMES:
        page.evaluate(
            "(all) => benchScale(all)", {"times": times, "base": f"{base}search/", "queries": queries[:5]}
        )
        r = page.evaluate(
            "(all) => benchScale(all)", {"times": times, "base": f"{base}search/", "queries": queries}
        )
        unit = unit or max(r["scan"], 0.05)
        said = f"scan {r['scan'] / unit:7.1f} ({r['scan']:.1f} ms)   pairs {r['pairs'] / unit:7.1f} ({r['pairs']:.1f} ms)"
        print(
            f"  {times:3} × = {r['size'] / 1e6:5.2f} million characters   {said}   pairs built in {r['pairs built']:.0f} ms"
        )
