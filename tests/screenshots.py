"""The pictures of the README, made anew from a site: python -m tests.screenshots [--site DIR].

Without --site the site is built first. Pictures are PNGs with a palette, below 120 kB each.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from scripts.publish.mkdocs_glue import build_site
from tests.chromium import find_or_install
from tests.serving import serving

ROOT = Path(__file__).resolve().parents[1]
IMAGES = ROOT / ".github/images"
COLOURS = 48
DESK = {"width": 1360, "height": 760}
PHONE = {"width": 390, "height": 760}


def with_palette(png: bytes) -> bytes:
    """A PNG of few colours: text stays sharp, the file becomes a quarter."""
    with Image.open(BytesIO(png)) as opened:
        few = opened.convert("RGB").quantize(COLOURS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    out = BytesIO()
    few.save(out, "PNG", optimize=True)
    return out.getvalue()


def opened(browser: Browser, size: dict[str, int], address: str) -> Page:
    context = browser.new_context(viewport=size, reduced_motion="reduce")  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(address)
    page.locator(".reading-tools .bar").wait_for()
    page.evaluate("document.fonts.ready")
    return page


def at_paragraph(page: Page, id: str) -> None:
    """The paragraph just below the bar, as a reader has it."""
    page.evaluate(
        "id => scrollBy(0, document.getElementById(id).getBoundingClientRect().top"
        " - document.querySelector('.reading-tools .bar').getBoundingClientRect().bottom - 56)",
        id,
    )
    page.wait_for_timeout(300)


def pictures(browser: Browser, site: Path, base: str) -> Iterator[tuple[str, bytes]]:
    page = opened(browser, DESK, f"{base}zh/kaifeng-2020/h1-1/")
    at_paragraph(page, "p9")
    yield "margin", page.screenshot()
    page = opened(browser, DESK, f"{base}en/kaifeng-2020/h1-1/?text=both")
    at_paragraph(page, "p9")
    yield "both", page.screenshot()
    page = opened(browser, PHONE, f"{base}zh/kaifeng-2020/h1-1/?text=both")
    at_paragraph(page, "p9")
    page.locator("#p9 .unfold").first.click()
    page.locator("#p9 [data-gloss]").first.click()
    page.wait_for_timeout(300)
    yield "phone", page.screenshot()
    yield "card", (site / "kaifeng-2020/p57/card.png").read_bytes()


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.screenshots", description=__doc__)
    parser.add_argument("--site", type=Path, help="a built site, as `make site` leaves it")
    site = parser.parse_args().site
    IMAGES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as aside:
        if site is None:
            site = Path(aside) / "site"
            build_site(ROOT, site)
        with serving(site) as base, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=find_or_install(), args=["--no-sandbox"])
            for name, png in pictures(browser, site, base):
                small = with_palette(png)
                (IMAGES / f"{name}.png").write_bytes(small)
                print(f"{name}.png: {len(small) // 1000} kB")
            browser.close()


if __name__ == "__main__":
    main()
