"""A complete small project, so that a build takes a moment: one report of five paragraphs, annotated.

Its files are values here (`FILES`), so that a test can put any text in any field of any of them.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from scripts.model.text import CONTROL
from scripts.publish.workshop import split_report

ROOT = Path(__file__).resolve().parents[1]
ID = "tiny-2021"
SOURCE = """\
小河市政府工作报告
各位代表：
一、去年工作
去年生产总值增长7.5%，办好“三件大事”。修路12公里。
粮食总产30万吨，占全省的5%。
二、今年工作
今年生产总值增长6%左右，建设“新图书馆”。
谢谢大家。
"""
ENGLISH = {
    "title": "Report on the Work of the Government of Xiaohe",
    "p1-s1": "Fellow deputies:",
    "h1": "I. Work last year",
    "p2-s1": "Last year GDP grew by 7.5% and “three big things” were done.",
    "p2-s2": "12 kilometres of road were built.",
    "p3-s1": "Grain output was 300,000 tonnes, 5% of the province’s.",
    "h2": "II. Work this year",
    "p4-s1": "This year GDP is to grow by about 6%, and a new building for books.",
    "p5-s1": "Thank you.",
}


def both(zh: str, en: str) -> dict[str, str]:
    return {"zh": zh, "en": en}


SOURCES = [{
    "title": "小河市年鉴", "publisher": "小河市地方志办公室", "date": "2021-05", "number": "甲1号",
    "url": "https://www.gov.cn/xiaohe", "accessed": "2026-11-23", "tier": "official",
}]  # fmt: skip


def _term(id: str, zh: str, en: str, **more: Any) -> dict[str, Any]:
    base = {
        "id": id, "zh": zh, "en": en, "pinyin": "sān jiàn dàshì", "category": "slogan", "scope": "other",
        "status": "official", "gloss": both("小河市的说法", "A phrase of Xiaohe"), "sources": SOURCES, "review": "read",
    }  # fmt: skip
    return base | more


def _figure(id: str, at: str, quote: str, printed: Any, value: str, unit: str, **more: Any) -> dict[str, Any]:
    base = {
        "id": id, "at": at, "quote": quote, "printed": printed, "subject": both("甲指标", "indicator A"),
        "value": value, "period": "2020", "unit": unit, "kind": "result",
    }  # fmt: skip
    return base | more


GDP = "gdp-2020", "p2-s1", "生产总值增长7.5%", both("7.5%", "7.5%"), "7.5", "percent"
GOAL = "gdp-goal", "p4-s1", "生产总值增长6%左右", both("6%左右", "6%"), "6", "percent"
FILES: dict[str, Any] = {
    f"docs/reports/{ID}/report.yml": {
        "title": both("小河市政府工作报告", "Report on the Work of the Government of Xiaohe"),
        "short_title": both("小河 2021", "Xiaohe 2021"),
        "body": both("小河市人民政府", "Xiaohe Municipal People’s Government"),
        "speaker": both("王小河", "Wang Xiaohe"),
        "role": both("市长", "Mayor"),
        "occasion": both("小河市人民代表大会", "Xiaohe Municipal People’s Congress"),
        "date": "2021-01-20",
        "description": both("一份很短的报告", "A very short report"),
        "origin": both("为试验而写", "Written for trials"),
        "place": both("小河市", "Xiaohe"),
        "sha256": sha256(SOURCE.encode()).hexdigest(),
        "sources": SOURCES,
    },
    f"docs/reports/{ID}/en.yml": {
        "status": "reviewed",
        "translations": ENGLISH | {"p5-s1": {"text": "Thank you.", "status": "draft", "note": "said to all"}},
        "departures": [{"at": "p4-s1", "term": "tushuguan", "reason": "said in other words"}],
    },
    f"annotations/{ID}/notes.yml": [
        {"id": "n-roads", "at": "p2-s2", "quote": "修路12公里", "kind": "context", "sources": SOURCES,
         "text": both("原文*如此*。", "So in the *original*."), "review": "read"},
        {"id": "n-head", "at": "h1", "quote": "去年工作", "kind": "oddity", "text": both("标题。", "A heading.")},
    ],
    f"annotations/{ID}/figures.yml": [
        _figure(*GDP, indicator="gdp_growth", geography=both("小河市", "Xiaohe"), base=both("比2019年", "over 2019"),
                related=["gdp-goal"], note=both("预计数", "An estimate."), sources=SOURCES),
        _figure(*GOAL, indicator="gdp_growth", period="2021", kind="target", bound="about"),
        _figure("roads", "p2-s2", "12公里", both("12公里", "12 kilometres"), "12", "kilometre"),
        _figure("share", "p3-s1", "5%", both("5%", "5%"), "5", "percent", kind="share"),
        _figure("grain", "p3-s1", "30万吨", both("30万吨", "300,000 tonnes"), "300000", "tonne"),
    ],
    f"annotations/{ID}/outcomes.yml": [
        {"id": "o-gdp", "at": "p4-s1", "quote": "生产总值增长6%左右", "status": "met", "period": "2021",
         "figure": "gdp-goal", "value": "6.3", "unit": "percent", "sources": SOURCES,
         "text": both("增长6.3%。", "Growth was 6.3%."), "review": "read"},
        {"id": "o-library", "at": "p4-s1", "quote": "建设“新图书馆”", "status": "not_found",
         "text": both("未见。", "Nothing was found."), "looked_for": both("检索了公开网页", "Public pages were searched")},
    ],
    f"annotations/{ID}/not-data.yml": [
        {"id": "three-things", "at": "p2-s1", "quote": "三件大事", "reason": "slogan"},
    ],
    f"annotations/{ID}/checks.yml": [
        {"id": "c-sum", "statement": both("甲加乙", "A plus B"), "of": ["gdp-2020", "gdp-goal"], "left": "a + b",
         "right": "13.5", "tolerance": "0.1", "unit": "percent", "note": both("相合", "They agree.")},
    ],
    f"annotations/{ID}/charts.yml": [
        {"id": "c-growth", "kind": "pairs", "title": both("增速", "Growth"), "figures": ["gdp-2020", "gdp-goal"],
         "labels": [both("生产总值", "GDP")], "caption": both("两年", "Two years")},
        {"id": "c-share", "kind": "bars", "title": both("占比", "Share"), "figures": ["share"]},
    ],
    f"annotations/{ID}/highlights.yml": [
        {"id": "h-grain", "figure": "grain", "caption": both("粮食", "Grain")},
    ],
    "annotations/glossary/terms/slogan.yml": [
        _term("san-jian", "三件大事", "three big things", zh_variants=["“三件大事”"], en_variants=["three great things"],
              explanation=both("第一段。\n\n第二段。", "One paragraph.\n\nAnother."), related=["tushuguan"],
              items=[both("路", "roads"), both("粮", "grain"), both("书", "books")],
              first_use={"date": "2019-01", "zh": "上年报告", "en": "the report of the year before"}),
    ],
    "annotations/glossary/terms/place.yml": [
        _term("tushuguan", "新图书馆", "new library", category="place", status="unknown", sources=[],
              looked_for=both("检索了公开网页", "Public pages were searched")),
    ],
    "annotations/glossary/indicators.yml": [
        {"id": "gdp_growth", "name": both("生产总值增速", "GDP growth"), "unit": "percent", "sources": SOURCES,
         "definition": both("比上年增长的百分比", "The percentage of growth over the year before")},
    ],
    "annotations/glossary/uncounted.yml": [{"zh": "十分", "reason": "十分 means very."}],
    "CITATION.cff": {
        "cff-version": "1.2.0", "message": "Please cite it.", "title": "Xiaohe, Annotated", "type": "dataset",
        "authors": [{"name": "Editors of Xiaohe, Annotated", "alias": "小河注释本编者"}],
        "version": "0.1.0", "date-released": "2026-11-28",
        "preferred-citation": {"type": "edited-work", "title": "小河注释本"},
    },
}  # fmt: skip
# The hand-written pages, with the anchors that generated pages lead to.
HAND_WRITTEN = ("about", "cite", "contribute", "data", "data-model", "method")
WORDS = {"zh": ("说明", "翻译"), "en": ("About it", "Translation")}
REAL = ("overrides", "mkdocs.yml", "mkdocs.en.yml", "annotations/glossary/vocabulary.yml")


def pages() -> dict[str, str]:
    """The hand-written pages of both languages, by path."""
    return {
        f"docs/{language}/{name}.md": (
            f'---\ntitle: "{words[0]}"\ndescription: "{words[0]}"\n---\n\n'
            f"# {words[0]} {{ #{name} }}\n\n## {words[1]} {{ #translation }}\n\n…\n"
        )
        for language, words in WORDS.items()
        for name in HAND_WRITTEN
    }


def block(value: Any, indent: str = "") -> Iterator[str]:
    """YAML lines of a value, each text on a line of its own, written as JSON writes it."""
    if isinstance(value, dict):
        for key, child in value.items():
            yield from _child(f"{indent}{key}:", child, indent)
    elif isinstance(value, list):
        for item in value:
            yield from _child(f"{indent}-", item, indent)
    else:
        yield f"{indent}{_quoted(value)}"


def _quoted(value: Any) -> str:
    written = json.dumps(value, ensure_ascii=False)
    return CONTROL.sub(lambda found: f"\\u{ord(found.group()):04x}", written)


def _child(head: str, child: Any, indent: str) -> Iterator[str]:
    if isinstance(child, str) or not child:
        yield f"{head} {_quoted(child)}"
        return
    lines = list(block(child, indent + "  "))
    if head.endswith("-"):  # the first key stands on the line of the dash
        yield f"{head} {lines[0].lstrip()}"
        yield from lines[1:]
    else:
        yield head
        yield from lines


def files() -> dict[str, Any]:
    """The files of the project as values, to be changed: none is in two places."""
    found: dict[str, Any] = json.loads(json.dumps(FILES))
    return found


def write_files(folder: Path, given: Mapping[str, Any]) -> None:
    """Write values as YAML files below a folder."""
    for path, value in given.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text("\n".join(block(value)) + "\n", "utf-8", newline="\n")


def write_tiny(folder: Path, given: Mapping[str, Any] | None = None) -> Path:
    """Write the whole project into a folder, split by the real splitter; returns the folder."""
    for name in REAL:
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        (shutil.copytree if (ROOT / name).is_dir() else shutil.copy)(ROOT / name, target)
    for path, text in pages().items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8", newline="\n")
    report = folder / f"docs/reports/{ID}"
    report.mkdir(parents=True)
    (report / "source.txt").write_text(SOURCE, "utf-8", newline="\n")
    write_files(folder, files())
    split_report(report, write=True)
    write_files(folder, given or {})
    return folder
