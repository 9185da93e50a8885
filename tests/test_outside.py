"""Nothing outside the project is read, nothing outside the output is written, and nothing hangs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from scripts.cli import main
from scripts.model.sheet import Sheet
from scripts.publish.press import _set
from scripts.publish.workshop import open_workshop
from scripts.read.hand_written import read_pages
from tests.tiny import ID, ROOT, write_tiny

# A bomb that goes off takes minutes or ends the process; what is read takes a moment.
LIMIT = 120


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write_tiny(tmp_path / "project")


def checked(project: Path) -> tuple[int, str]:
    """`check` in a process of its own, so that one that dies or hangs is seen."""
    call = [sys.executable, "-m", "scripts", "--root", str(project), "check"]
    done = subprocess.run(call, capture_output=True, cwd=ROOT, timeout=LIMIT, check=False)
    return done.returncode, done.stderr.decode("utf-8", "replace")


@pytest.mark.parametrize("path", [
    f"docs/reports/{ID}/source.txt", f"docs/reports/{ID}/en.yml", f"annotations/{ID}/notes.yml",
    "annotations/glossary/terms", "docs/en/about.md", "overrides/pages/notes.html", "overrides/assets/zq.txt",
    "CITATION.cff",
])  # fmt: skip
def test_a_link_that_leads_out_is_told(path: str, project: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    link = project / path
    if link.is_dir():
        link.rename(secret)
    else:
        secret.write_text("a secret", "utf-8")
        link.unlink(missing_ok=True)
    link.symlink_to(secret)
    code, told = checked(project)
    assert code == 1 and f"{path}:1: a link that leads out of the project" in told and "a secret" not in told


def test_a_link_inside_the_project_is_followed(project: Path) -> None:
    notes = project / f"annotations/{ID}/notes.yml"
    notes.rename(project / "kept.yml")
    notes.symlink_to(project / "kept.yml")
    assert open_workshop(project).edition.reports[0].notes


def test_a_pipe_is_no_file(project: Path) -> None:
    """Reading one would wait for ever."""
    path = project / f"annotations/{ID}/checks.yml"
    path.unlink()
    os.mkfifo(path)
    code, told = checked(project)
    assert code == 1 and f"{ID}/checks.yml:1: not a file" in told


@pytest.mark.parametrize("source", [
    '#read("pyproject.toml")', '#read("/pyproject.toml")', '#read("/etc/passwd")', '#read("../README.md")',
    '#image("overrides/assets/icon.svg")', '#include "README.md"',
])  # fmt: skip
def test_what_is_typeset_reads_no_file(source: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    with pytest.raises(RuntimeError, match=r"x\.pdf could not be typeset: .*(not found|escape|access)"):
        _set(Sheet(("x.pdf",), "pdf", f'#set document(title: "x")\n{source}'), ROOT / "overrides/fonts")


BOMBS = {
    "brackets": "[" * 300_000,
    "braces": "{a: " * 300_000,
    "dashes": "- " * 300_000,
    "question marks": "? " * 300_000,
    "laughs": "a: &a [x]\n" + "".join(f"{chr(98 + i)}: &{chr(98 + i)} [{('*' + chr(97 + i) + ', ') * 9}]\n" for i in range(20)),
    "merges": "a: &a {x: 1}\nb: {<<: [*a, *a, *a]}\n",
    "a Python object": "!!python/object/apply:os.system ['exit 7']\n",
    "a date": "- id: 2020-01-01\n  at: !!timestamp 2001\n",
    "a long line": "- id: " + "x" * 5_000_000,
    "many keys": "".join(f"k{i}: x\n" for i in range(50_000)),
    "a sum": f"- id: c-bomb\n  statement: {{zh: 甲, en: a}}\n  of: []\n  left: '{'(' * 4000}'\n  right: '{'9' * 4900}'\n",
    "signs": f"- id: c-bomb\n  statement: {{zh: 甲, en: a}}\n  of: []\n  left: '{'-' * 4900}1'\n  right: '1'\n",
    "a power": "- id: c-bomb\n  statement: {zh: 甲, en: a}\n  of: []\n  left: '9**9**9**9'\n  right: '1e999 * 1e999'\n",
    "a number": f"- id: c-bomb\n  statement: {{zh: 甲, en: a}}\n  of: []\n  left: '1'\n  right: '1'\n  tolerance: {'9' * 4900}\n",
}  # fmt: skip


@pytest.mark.parametrize("bomb", BOMBS)
def test_a_bomb_is_told(bomb: str, project: Path) -> None:
    path = f"annotations/{ID}/checks.yml"
    (project / path).write_text(BOMBS[bomb] + "\n", "utf-8")
    code, told = checked(project)
    assert code == 1 and f"{path}:" in told and "Traceback" not in told, told[:400]
    assert max(map(len, told.splitlines())) < 1300


@pytest.mark.parametrize("name", ["../../zq", "zh", "assets", "p1", "con", "A B", "zq.zq", "dts"])
def test_the_name_of_a_report_is_an_address(name: str, project: Path) -> None:
    """Names that a folder can have: none may lead out, or into what the site has of its own."""
    if "/" not in name:
        (project / f"docs/reports/{ID}").rename(project / f"docs/reports/{name}")
        code, told = checked(project)
        assert code == 1 and f"docs/reports/{name}/report.yml:1: the folder's name is the report's address" in told
    zh = project / f"docs/reports/{ID if '/' in name else name}/zh.yml"
    zh.write_text(zh.read_text("utf-8").replace("- id: p3", f'- id: "{name}"'), "utf-8")
    code, told = checked(project)
    assert name == "p1" or f"no id that the split gives: {name}" in told
    assert code == 1


@pytest.mark.parametrize("name", ["../../zq", "a-z", "index", "con", "..", "%2e%2e", "a\\b", "Glossary"])
def test_the_name_of_a_category_is_a_page(name: str, project: Path) -> None:
    words = project / "annotations/glossary/vocabulary.yml"
    words.write_text(words.read_text("utf-8").replace("{id: slogan,", f"{{id: '{name}',"), "utf-8")
    terms = project / "annotations/glossary/terms/slogan.yml"
    terms.write_text(terms.read_text("utf-8").replace('category: "slogan"', f"category: '{name}'"), "utf-8")
    code, told = checked(project)
    assert code == 1 and f"vocabulary.yml:7: id: {name}" in told


PAGES = [
    ("<script>zq()</script>", "an element no page may have: script"),
    ("<p onclick=zq()>x</p>", "an attribute no page may have: onclick"),
    ("text\n{: onclick=zq() }", "an attribute no page may have: onclick"),
    ("<svg onload=zq()>", "an element no page may have: svg"),
    ("[x](javascript:zq())", "not an address for a page"),
    ("[x](java&#115;cript:zq())", "not an address for a page"),
    ("[x](data:text/html,zq)", "not an address for a page"),
    ("[x](//zq.example/)", "not an address for a page"),
    ("![x](https://zq.example/x.png)", "src: not an address for a page"),
    ("<javascript:zq()>", "an element no page may have"),
    ("<iframe src=x></iframe>", "an element no page may have: iframe"),
    ("<!-- x -->", "a comment"),
    ("<style>x</style>", "an element no page may have: style"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), PAGES)
def test_a_hand_written_page_is_markdown(text: str, wanted: str, project: Path) -> None:
    page = project / "docs/en/about.md"
    before = page.read_text("utf-8")
    page.write_text(f"{before}\n{text}\n", "utf-8")
    told = [str(p) for p in read_pages(project)[1]]
    assert told and any(wanted in t for t in told), told
    # An address written in references is not found again: then the line is that where the Markdown begins.
    lines = {5} if "&#" in text else {before.count("\n") + 2, before.count("\n") + 3}
    assert {int(t.split(":")[1]) for t in told if wanted in t} <= lines


@pytest.mark.parametrize(("front", "wanted"), [
    ("title: x\n", "about.md:2: missing: description"),
    ("title: x\ndescription: y\ntemplate: ../../x.html\n", "about.md:4: unknown key: template"),
    ("title: [x\n", "broken YAML"),
])  # fmt: skip
def test_front_matter_has_a_title_and_a_description(front: str, wanted: str, project: Path) -> None:
    (project / "docs/en/about.md").write_text(f"---\n{front}---\n\n# x {{ #about }}\n", "utf-8")
    assert any(wanted in str(p) for p in read_pages(project)[1])


def test_titles_of_pages_and_of_the_navigation_are_text(project: Path) -> None:
    """The theme prints them as they are."""
    odd = '</title><script>zq()</script>"\'&'
    page = project / "docs/en/about.md"
    page.write_text(f"---\ntitle: {odd}\ndescription: {odd}\n---\n\n# x {{ #about }}\n\n## y {{ #translation }}\n", "utf-8")
    assert main(["--root", str(project), "site"]) == 0
    html = (project / "site/en/about/index.html").read_text("utf-8")
    assert "<script>zq()" not in html and "&lt;script&gt;zq()&lt;/script&gt;" in html


def test_without_a_browser_there_is_one_line(tmp_path: Path) -> None:
    """Not one error for every test that wants one: the run ends, and says what to do."""
    code = (
        "import tests.chromium as c, sys, pytest\nc.find = lambda: None\nc.WAYS = ()\n"
        "sys.exit(pytest.main(['-q', '-p', 'no:cacheprovider', 'tests/test_browser.py', '-k', 'browser']))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, timeout=600, check=False)
    told = done.stdout.decode() + done.stderr.decode()
    assert done.returncode == 3 and told.count("no Chromium: install one, or set CHROMIUM") == 1, told[-500:]
