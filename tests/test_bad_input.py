"""Bad files: each is told at path:line with the value and the remedy; nothing is written."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from scripts.cli import main
from scripts.model.problem import Faulty
from scripts.publish.workshop import open_workshop

TERMS = "annotations/glossary/terms/slogan.yml"
FIGURES = "annotations/kaifeng-2020/figures.yml"
NOTES = "annotations/kaifeng-2020/notes.yml"
EN = "docs/reports/kaifeng-2020/en.yml"
SOURCE = "docs/reports/kaifeng-2020/source.txt"
NOTE = """- id: n-test
  at: {at}
  quote: {quote}
  kind: oddity
  text: {{zh: 试, en: "{text}"}}
"""
TERM = """- id: {id}
  zh: {zh}
  en: test
  pinyin: cè shì
  category: slogan
  scope: kaifeng
  status: report
  gloss: {{zh: "{gloss}", en: test}}
  {extra}
  sources: [{{title: 报告, publisher: 市政府, date: 2020-01-16, tier: report}}]
"""


def problems(project: Path) -> list[str]:
    try:
        open_workshop(project)
    except Faulty as faulty:
        return [str(p) for p in faulty.problems]
    return []


def add(project: Path, path: str, text: str) -> int:
    """Append to a file; returns the line number the addition begins on."""
    file = project / path
    before = file.read_text("utf-8")
    file.write_text(before + text, "utf-8")
    return before.count("\n") + 1


def term(id: str = "ceshi", zh: str = "绚丽篇章", gloss: str = "试", extra: str = "review: drafted") -> str:
    return TERM.format(id=id, zh=zh, gloss=gloss, extra=extra)


def note(at: str = "p9-s2", quote: str = "精准促脱贫", text: str = "t") -> str:
    return NOTE.format(at=at, quote=quote, text=text)


def test_the_project_has_no_problem(project: Path) -> None:
    assert problems(project) == []


ADDED = [
    (TERMS, "- id: x\n  zh: 'broken\n", 0, "broken YAML"),
    (TERMS, term(extra="colour: red"), 8, "unknown key: colour"),
    (TERMS, term(extra="scope: henan"), 8, "the key is there twice: scope (first on line"),
    (TERMS, term(zh="没有这个词"), 1, "zh: in no report: 没有这个词"),
    (TERMS, term(id="baxu-banan"), 0, "term id is there twice: baxu-banan"),
    (TERMS, term(zh="八需八难"), 1, "term is there twice: 八需八难"),
    (TERMS, term(id="../etc"), 0, "id: ../etc; use small letters"),
    (TERMS, term(gloss="<script>alert(1)</script>"), 7, "HTML is not allowed: <script>"),
    (TERMS, term(gloss="[x](javascript:alert(1))"), 7, "a script address is not allowed: javascript:"),
    (TERMS, term(extra="related: [no-such]"), 8, "related: no such id: no-such"),
    (TERMS, term().replace("slogan", "slogam"), 4, "category: not in the vocabulary: slogam; did you mean slogan?"),
    (TERMS, term().replace("tier: report", "tier: report, url: 'https://evil.example/', accessed: 2026-01-01"),
     9, "url: not a site this edition links to: evil.example"),
    (TERMS, "- &a [x]\n- *a\n", 0, "keys are expected here, not a list"),
    (TERMS, "- !!python/object:os.system x\n", 0, "a YAML tag is used"),
    (NOTES, note(at="p99"), 1, "at: no such id: p99"),
    (NOTES, note(at="p9", quote="精准促脱穷"), 2, "quote: not in p9: 精准促脱穷; the nearest text there: 精准促脱贫"),
    (NOTES, note(at="p9", quote="开展"), 2, "quote: 2 times in p9: 开展; quote more words, or add occurrence: 1"),
    (FIGURES, "- id: f\n  at: p5-s3\n", 0, "missing: quote; every figure has one"),
    (EN, "  p99-s1: surplus\n", 0, "no such id in zh.yml: p99-s1"),
]  # fmt: skip


@pytest.mark.parametrize(("path", "text", "line", "told"), ADDED, ids=lambda v: str(v)[:40])
def test_an_added_fault_is_told_where_it_stands(
    project: Path, path: str, text: str, line: int, told: str
) -> None:
    start = add(project, path, text)
    found = problems(project)
    at = [p for p in found if told in p]
    assert at, found
    assert at[0].startswith(f"{path}:")
    if "broken YAML" not in told:
        assert int(at[0].split(":")[1]) == start + line


def test_a_missing_translation_key(project: Path) -> None:
    file = project / EN
    lines = file.read_text("utf-8").splitlines(keepends=True)
    file.write_text("".join(x for x in lines if not x.startswith("  p57-s1:")), "utf-8")
    assert any("missing: p57-s1; add 'p57-s1:'" in p for p in problems(project))


def test_an_empty_translation_is_legal(project: Path) -> None:
    file = project / EN
    lines = file.read_text("utf-8").splitlines(keepends=True)
    file.write_text("".join("  p57-s1:\n" if x.startswith("  p57-s1:") else x for x in lines), "utf-8")
    assert problems(project) == []


def test_not_utf8(project: Path) -> None:
    (project / NOTES).write_bytes("- id: 好\n".encode("gbk"))
    assert problems(project) == [f"{NOTES}:1: not UTF-8: byte 0xba; save the file as UTF-8"]


def test_changed_text_needs_an_erratum(project: Path) -> None:
    zh = project / "docs/reports/kaifeng-2020/zh.yml"
    source = project / SOURCE
    card = project / "docs/reports/kaifeng-2020/report.yml"
    data = source.read_bytes()
    new = data.replace("深化文旅融合".encode(), "深化文旅结合".encode())
    source.write_bytes(new)
    zh.write_text(zh.read_text("utf-8").replace("深化文旅融合", "深化文旅结合"), "utf-8")
    old_sum, new_sum = sha256(data).hexdigest(), sha256(new).hexdigest()
    card.write_text(card.read_text("utf-8").replace(old_sum, new_sum), "utf-8")
    found = [p for p in problems(project) if "add to errata.yml" in p]
    assert len(found) == 1 and "p57" in found[0]
    entry = found[0].split("errata.yml: ")[1].replace("…", "2026-11-23", 1)
    entry = entry.replace("reason: …", "reason: {zh: 试, en: test}")
    (project / "docs/reports/kaifeng-2020/errata.yml").write_text(f"- {entry}\n", "utf-8")
    assert problems(project) == []


def test_a_source_that_is_not_the_recorded_one(project: Path) -> None:
    (project / SOURCE).write_bytes(b"x")
    found = problems(project)
    assert any("source.txt is not the recorded one" in p for p in found)
    assert any("not the text of source.txt from character 1" in p for p in found)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "empty: there are no words in it"),
        (b" \n", "empty: there are no words in it"),
        ("\ufeff报告".encode(), "a byte order mark: U+FEFF"),
        ("报告\r\n各位代表：\r\n".encode(), "a carriage return: CR"),
        ("报告".encode("gbk"), "not UTF-8: byte 0xb1"),
    ],
)
def test_a_bad_source_is_not_split(
    project: Path, data: bytes, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = project / "docs/reports/kaifeng-2020"
    before = (folder / "zh.yml").read_bytes()
    (folder / "source.txt").write_bytes(data)
    assert main(["split", str(folder)]) == 1
    assert f"source.txt:1: {told}" in capsys.readouterr().err
    assert (folder / "zh.yml").read_bytes() == before
    assert not list(folder.glob("*.new"))


def test_normalise_rewrites_line_ends_and_nothing_else(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = project / "docs/reports/kaifeng-2020"
    original = (folder / "source.txt").read_bytes()
    before = (folder / "zh.yml").read_bytes()
    (folder / "source.txt").write_bytes(b"\xef\xbb\xbf" + original.replace(b"\n", b"\r\n"))
    assert main(["split", "--normalise", str(folder)]) == 0
    assert "a byte order mark removed, 1 line ends made LF" in capsys.readouterr().out
    assert (folder / "source.txt").read_bytes() == original
    assert (folder / "zh.yml").read_bytes() == before


def test_one_broken_report_gives_the_exact_list(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Several faults in several files, all told in one run, exit 1, nothing built."""
    n = add(project, NOTES, note(at="p9", quote="脱穷脱穷"))
    t = add(project, TERMS, term(zh="没有这个词", extra="colour: red"))
    e = add(project, EN, "  p99-s1: surplus\n")
    (project / "annotations/kaifeng-2020/outcomes.yml").write_text("- id: o\n", "utf-8")
    assert main(["--root", str(project), "site"]) == 1
    told = capsys.readouterr().err.splitlines()
    outcomes = "annotations/kaifeng-2020/outcomes.yml:1: missing: "
    assert told == [
        f"{TERMS}:{t + 8}: unknown key: colour; {TERM_KEYS}",
        f"{NOTES}:{n + 2}: quote: not in p9: 脱穷脱穷; the nearest text there: 脱贫。",
        *[f"{outcomes}{key}; every outcome has one" for key in ("at", "quote", "status", "text")],
        f"{EN}:{e}: no such id in zh.yml: p99-s1; did you mean p9-s1?",
        "7 problems; nothing was written",
    ]
    assert not (project / "site").exists() and not (project / ".build").exists()


TERM_KEYS = (
    "known: category, en, en_variants, explanation, first_use, gloss, id, items, looked_for,"
    " only_in, pinyin, related …"
)
