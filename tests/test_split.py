"""The split: what a source is taken for, and ids that stay with their text."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from scripts.model.text import CONTROL, Text
from scripts.read.report_files import shape_zh
from scripts.read.yaml_tree import parse_yaml
from scripts.split.split import split
from scripts.split.structure import Hints
from scripts.split.zh_file import scalar, write_zh

HERE = Path(__file__).parent
REPORT = HERE.parent / "docs/reports/kaifeng-2020"
SPLIT = yaml.safe_load((HERE / "golden/split.yml").read_text("utf-8"))
IDENTIFY = yaml.safe_load((HERE / "golden/identify.yml").read_text("utf-8"))
CHARS = st.text(alphabet="甲乙丙一二三、。，！“”()（）:：； \n　各位代表名词解释1a.|", max_size=80)


def reread(text: Text) -> Text:
    root, problems = parse_yaml(write_zh(text), "zh.yml")
    assert root and not problems
    again, problems = shape_zh(root, "zh.yml")
    assert not problems
    return again


def source_of(paragraphs: list[str]) -> str:
    return "\n".join(["某市报告", "各位代表：", *paragraphs, ""])


@pytest.mark.parametrize("case", SPLIT, ids=lambda c: c["name"])
def test_structure(case: dict) -> None:
    result = split(case["source"])
    segments = result.text.segments
    assert [s.kind for s in segments] == case["kinds"]
    if "ids" in case:
        assert [s.id for s in segments] == case["ids"]
    if "sentences" in case:
        assert [s.text for s in segments[-1].sentences] == case["sentences"]
    assert any(case.get("says", "") in line for line in result.reading)
    assert result.text.join() == case["source"]


@pytest.mark.parametrize("case", IDENTIFY, ids=lambda c: c["name"])
def test_ids_stay(case: dict) -> None:
    first = reread(split(source_of(case["before"])).text)
    result = split(source_of(case["after"]), first)
    found = {s.id: s.text for s in result.text.segments if s.numbered and s.id != "p1"}
    assert found == case["ids"]
    assert list(found) == list(case["ids"]), "order of the text, tombstones in place"
    if case.get("says") == []:
        assert result.changes == ()
    assert all(any(said in line for line in result.changes) for said in case.get("says", [])[:1])
    assert result.text.join() == source_of(case["after"])
    assert split(source_of(case["after"]), reread(result.text)).text == result.text


def test_an_id_is_never_given_again() -> None:
    texts = ["甲段说的是农业生产。", "乙段说的是工业发展。"]
    first = split(source_of(texts)).text
    shorter = split(source_of(texts[:1]), first).text
    longer = split(source_of([texts[0], "全新的一段谈的是教育。"]), shorter).text
    assert [s.id for s in longer.segments if s.kind == "paragraph"] == ["p2", "p4"]


def test_first_sum_survives_correction() -> None:
    first = split(source_of(["甲段说的是农业生产。"])).text
    second = split(source_of(["甲段说的是农业大生产。"]), first).text
    assert second.segments[-1].first_sum == first.segments[-1].first_sum


def test_sentence_ids_stay() -> None:
    first = split(source_of(["头一句话说农业。第二句话说工业。第三句话说城市。"])).text
    changed = split(source_of(["头一句话说农业。中间插进一句教育。第三句话说城市。"]), first).text
    paragraph = changed.segments[-1]
    assert paragraph.sentences[0].id == "p2-s1" and paragraph.sentences[-1].id == "p2-s3"
    assert "p2-s2" not in [s.id for s in paragraph.sentences] or not paragraph.gone


def test_kaifeng() -> None:
    source = (REPORT / "source.txt").read_bytes().decode("utf-8")
    hints = Hints(("加强国防教育", "支持国防和军队建设"), ("开封是黄河哺育出的一颗明珠", "初心如磐"))
    text = split(source, hints=hints).text
    assert write_zh(text) == (REPORT / "zh.yml").read_text("utf-8")
    assert text.join().encode("utf-8") == (REPORT / "source.txt").read_bytes()
    by_id = {s.id: s for s in text.segments}
    assert by_id["h2-4"].text == "(四)着力推进区域协调发展。"
    assert by_id["p57"].text.startswith("深化文旅融合。") and by_id["p57"].within == "h2-7"
    assert by_id["p9"].sentences[1].head and by_id["p9"].sentences[1].text == "精准促脱贫。"
    assert by_id["p16"].within == "h1" and by_id["p71"].within == by_id["p72"].within == ""
    assert by_id["p74"].after == "\n|"
    assert len([s for s in text.segments if s.numbered]) == 74


@given(CHARS)
def test_no_character_is_lost(source: str) -> None:
    try:
        result = split(source)
    except ValueError:
        return
    assert result.text.join() == source
    assert reread(result.text) == result.text
    assert split(source, result.text).text == result.text
    ids = [s.id for s in result.text.segments] + [s.id for g, s in result.text.sentences() if g.numbered]
    assert len(ids) == len(set(ids))


@given(
    st.lists(
        st.text(alphabet="农工商学兵村镇县市省的是了。", min_size=6, max_size=20),
        min_size=2,
        max_size=8,
        unique=True,
    ),
    st.data(),
)
def test_ids_survive_removal(paragraphs: list[str], data: st.DataObject) -> None:
    paragraphs = [p.replace("。", "") + "建设，又有进展。" for p in paragraphs]
    if len(set(paragraphs)) < len(paragraphs):
        return
    first = split(source_of(paragraphs)).text
    id_of = {s.text: s.id for s in first.segments}
    gone = data.draw(st.integers(0, len(paragraphs) - 1))
    kept = paragraphs[:gone] + paragraphs[gone + 1 :]
    second = split(source_of(kept), first).text
    assert all(id_of[s.text] == s.id for s in second.segments if s.kind == "paragraph")
    assert {s.id for s in first.segments} <= {s.id for s in second.segments}


@given(st.text().filter(lambda value: not CONTROL.search(value)))
def test_scalars_read_back(value: str) -> None:
    root, problems = parse_yaml(f"key: {scalar(value)}\n", "x")
    assert root and not problems
    assert (root.mapping["key"].value or "") == value
