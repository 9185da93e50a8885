"""The search engine by itself, in a browser without the box: ways, order, speed-up, numbers, stems."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, Page

from scripts.model.edition import Edition
from scripts.proof import chinese, english
from scripts.proof.quantity import Quantity
from scripts.render.page_text import sections
from scripts.render.pinyin import syllables
from tests.search_truth import sampled, truth

Served = tuple[Path, str]
GOLDEN = yaml.safe_load((Path(__file__).parent / "golden/search.yml").read_text("utf-8"))
DESK = """async (language) => {
  const load = (name) => fetch(`../../search/${name}.json`).then((answer) => answer.json());
  window.desk = EditionDesk({ language, load, reply() {} });
  await desk.warm();
  const index = EditionParts.gather(language);
  for (const wave of EditionParts.order(language)) for (const name of wave) index.add(name, await load(name));
  window.scanned = EditionLookup.prepare(index, Infinity);
  window.narrowed = EditionLookup.prepare(index, 0);
}"""


@pytest.fixture(scope="module")
def desks(browser: Browser, served: Served) -> Iterator[dict[str, Page]]:
    context = browser.new_context()
    pages = {}
    for language in ("zh", "en"):
        pages[language] = context.new_page()
        pages[language].goto(f"{served[1]}{language}/search/")
        pages[language].add_script_tag(url=f"{served[1]}{language}/assets/search-worker.js")
        pages[language].evaluate(DESK, language)
    yield pages
    context.close()


@pytest.mark.parametrize("case", GOLDEN["ranking"], ids=lambda case: str(case["query"]))
def test_ranking(desks: dict[str, Page], case: dict[str, Any]) -> None:
    """Forty queries judged by hand: what has to come first, in this order."""
    found = [key for key, _ in desks[case["in"]].evaluate("(q) => desk.list(q)", case["query"])]
    assert found[: len(case["first"])] == case["first"]


def test_forty_queries_are_judged() -> None:
    assert len({(case["in"], case["query"]) for case in GOLDEN["ranking"]}) >= 40


@pytest.mark.parametrize("language", ["zh", "en"])
def test_pairs_change_nothing(
    desks: dict[str, Page], served: Served, edition: Edition, language: str
) -> None:
    """The same results, in the same order, whether texts are scanned or looked up by pairs."""
    queries = sampled(edition, truth(edition, served[0], language), language, 300)
    queries += [f"{a} {b}" for a, b in zip(queries, queries[7:], strict=False)]
    queries += ["governing", "44600", "lbcsbz", "2019~2022年", '"rural poor"', "zzzz"]
    differ = desks[language].evaluate(
        """(queries) => queries.filter((text) => {
          const query = EditionQuery.parse(text);
          const list = (prepared) => JSON.stringify(EditionSearch.search(prepared, query).map(({ entry, how }) => [entry.key, how]));
          return list(scanned) !== list(narrowed);
        })""",
        queries,
    )
    assert differ == []
    assert desks[language].evaluate("[scanned.scanned, narrowed.scanned]") == [True, False]


def _written(found: list[Quantity]) -> set[str]:
    """The numbers in figures as the search writes their values."""
    values = set()
    for q in found:
        if not q.text.lstrip("RMBUS$¥ ")[:1].isdigit():
            continue
        _, digits, power = q.value.normalize().as_tuple()
        plain = "".join(map(str, digits)) + f"e{power}" if q.value else "0"
        values.add(plain + {"percent": "%", "percentage_point": "pp"}.get(q.unit, ""))
    return values


@pytest.mark.parametrize("language", ["zh", "en"])
def test_numbers_are_read_as_the_proof_reads_them(
    desks: dict[str, Page], edition: Edition, language: str
) -> None:
    read = chinese.quantities if language == "zh" else english.quantities
    report = edition.reports[0]
    sentences = [report.words(s, language) for _, s in report.text.sentences()]
    found = desks["zh"].evaluate(
        "(all) => all.map((s) => EditionNumbers.find(EditionFold.fold(s)).map((n) => n.value))", sentences
    )
    differ = {
        s: (set(f), w) for s, f in zip(sentences, found, strict=True) if set(f) != (w := _written(read(s)))
    }
    assert differ == {}


def test_inflections(desks: dict[str, Page]) -> None:
    stems = "(words) => words.map((word) => EditionStems.stem(word))"
    for family in GOLDEN["same_word"]:
        assert len(set(desks["en"].evaluate(stems, family.split()))) == 1, family
    for pair in GOLDEN["other_words"]:
        assert len(set(desks["en"].evaluate(stems, pair.split()))) == 2, pair


def test_folding_keeps_the_length(desks: dict[str, Page]) -> None:
    every = "".join(chr(code) for code in range(1, 0xD800))
    assert desks["zh"].evaluate("(text) => EditionFold.fold(text).length", every) == len(every)
    assert desks["zh"].evaluate("(text) => EditionFold.fold(text)", "Ａé“兩”—ü") == 'ae"两"-u'


@pytest.mark.parametrize(
    ("pinyin", "word", "cut"),
    [
        ("liǎng bù chóu sān bǎozhàng", "两不愁三保障", "liang bu chou san bao zhang"),
        ("Xī'ān", "西安", "xi an"),
        ("xiān", "先", "xian"),
        ("fāng'àn", "方案", "fang an"),
        ("lǜsè", "绿色", "lu se"),
        ("wǔ-G", "5G", "wu g"),
    ],
)
def test_pinyin_is_cut_into_syllables(pinyin: str, word: str, cut: str) -> None:
    assert syllables(pinyin, word) == cut


def test_a_page_is_cut_at_its_headings() -> None:
    [top, second] = sections(
        "---\ntitle: x\n---\n\n# A *b* { #a }\n\nOne\ntwo.\n\n- three\n- four\n\n## C { #c }\n\n```\nfive\n```\n"
    )
    assert (top.anchor, top.heading, top.blocks) == ("a", "A b", ["One two.", "three", "four"])
    assert (second.anchor, second.heading, second.blocks) == ("c", "C", ["five"])
