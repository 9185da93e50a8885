"""A site full of payloads, in a real browser: nothing runs, nothing is asked for elsewhere, no error is logged.

In an order that differs from build to build every text field holds another payload, so that each payload
meets each page. What the browser made of the pages is compared with a site without payloads: HTML has
rules for broken markup that no other parser follows to the letter.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from playwright.sync_api import BrowserContext

from scripts.join.values import text_faults
from scripts.model.text import CONTROL
from scripts.publish.mkdocs_glue import build_site
from scripts.publish.press import FONTS, INVISIBLE
from tests.leaves import Leaf, free, leaves, payloads, settle
from tests.markup_of import LIGHT, SCRIPT
from tests.serving import serving
from tests.tiny import FILES, ID, ROOT, write_tiny

LONG = 3000  # characters: longer ones are in test_payloads
PAGES = (
    "", f"{ID}/p2/", f"{ID}/p4/", "zh/", "en/", "zh/glossary/", "en/glossary/a-z/", "en/glossary/slogan/",
    "zh/glossary/numbers/", "zh/downloads/", "zh/check-quotation/", "en/about/",
    *(f"{lang}/{ID}/{page}" for lang in ("zh", "en") for page in
      ("", "h1/", "h2/", "full/", "year/", "targets/", "figures/", "checks/", "notes/")),
)  # fmt: skip
LOOK = """() => {
  const seen = {elements: {}, attributes: [], addresses: []};
  for (const e of document.querySelectorAll("*")) {
    seen.elements[e.localName] = (seen.elements[e.localName] || 0) + 1;
    for (const a of e.attributes) {
      seen.attributes.push(e.localName + " " + a.name);
      if (["href", "src", "action", "formaction", "xlink:href", "srcdoc", "data"].includes(a.name))
        seen.addresses.push(a.value);
    }
  }
  seen.attributes = [...new Set(seen.attributes)];
  return {...seen, ran: window.zqRan || 0};
}"""
Look = dict[str, object]


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, dict[Leaf, str]]]:
    """The address of a folder with a plain and an odd site, and the texts that are in the odd one."""
    www = tmp_path_factory.mktemp("www")
    folder = write_tiny(tmp_path_factory.mktemp("odd") / "project")
    build_site(folder, www / "plain")
    _, passed, _ = settle(folder, _mixed())
    build_site(folder, www / "odd")
    with serving(www) as address:
        yield address.rstrip("/"), passed


def _mixed() -> dict[Leaf, str]:
    """A payload for every field: each that is not told, by the rules for texts or for want of a glyph."""
    known = set(INVISIBLE)
    for font in (ROOT / FONTS).glob("*.?tf"):
        with TTFont(font, lazy=True) as opened:
            known |= set(map(chr, opened.getBestCmap()))
    texts = [t for group in ("html", "json", "markdown", "template", "typst", "characters") for t in payloads()[group]
             if len(t) < LONG and set(unescape(t)) <= known and t.strip() and not CONTROL.search(t) and not list(text_faults(t))]  # fmt: skip
    return {leaf: texts[number % len(texts)] for number, leaf in enumerate(filter(free, leaves(FILES)))}


def test_nothing_in_a_site_full_of_payloads_runs(
    sites: tuple[str, dict[Leaf, str]], context: BrowserContext
) -> None:
    address, passed = sites
    context.add_init_script("window.zq = () => { window.zqRan = (window.zqRan || 0) + 1; return 'zq'; };")
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda m: said.append(f"{m.type}: {m.text}") if m.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("dialog", lambda dialog: said.append(dialog.message) or dialog.dismiss())
    page.on("request", lambda r: None if r.url.startswith((address, "data:")) else said.append(r.url))
    for path in PAGES:
        looks = []
        for site in ("plain", "odd"):
            response = page.goto(f"{address}/{site}/{path}", wait_until="load")
            assert response is not None and response.ok, path
            page.mouse.move(200, 300)
            page.keyboard.press("Tab")
            looks.append(page.evaluate(LOOK))
        _compare(path, *looks)
    assert said == []
    assert set(passed.values()) == set(_mixed().values()) and len(set(passed.values())) > 40


def _compare(path: str, plain: Look, odd: Look) -> None:
    assert odd["ran"] == 0, path
    new = {n: c for n, c in odd["elements"].items() if n not in plain["elements"] and n not in LIGHT}  # type: ignore[attr-defined, operator]
    assert new == {}, path
    more = set(odd["attributes"]) - set(plain["attributes"])  # type: ignore[call-overload]
    assert {a for a in more if a.split()[0] not in LIGHT or a.split()[1].startswith("on")} == set(), path
    for tag in ("script", "style", "link", "meta", "base", "img", "iframe", "form"):
        assert odd["elements"].get(tag) == plain["elements"].get(tag), (path, tag)  # type: ignore[attr-defined]
    assert [a for a in odd["addresses"] if SCRIPT.match(a)] == [], path  # type: ignore[attr-defined]


def test_what_the_policy_is_for(sites: tuple[str, dict[Leaf, str]], context: BrowserContext, tmp_path: Path) -> None:
    """Were a script to come into a page's matter, the page's own policy would not let it run."""
    from scripts.publish.policy import with_policy

    html = "<html><head><meta charset=utf-8></head><body><script>frame = 1</script>{}</body></html>"
    matter = "<article>x</article><script>matter = 1</script><img src=x onerror='handler = 1'></article>"
    file = tmp_path / "index.html"
    file.write_text(with_policy(html.format(matter)), "utf-8")
    page = context.new_page()
    page.goto(file.as_uri())
    assert page.evaluate("[typeof frame, typeof matter, typeof handler]") == ["number", "undefined", "undefined"]
