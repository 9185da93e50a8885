"""What a stranger reads first is true: files named are there, commands exist, nothing is missing."""

from __future__ import annotations

import json
import re
import shlex
import shutil
from pathlib import Path

import pytest
import yaml
from PIL import Image

from scripts.cli import main
from scripts.model.problem import Problem
from tests.conftest import ROOT

SCRIPTS = ROOT / "scripts"
README = (ROOT / "README.md").read_text("utf-8")
ARCHITECTURE = (SCRIPTS / "README.md").read_text("utf-8")
CONTRIBUTING = (ROOT / ".github/CONTRIBUTING.md").read_text("utf-8")
CHANGELOG = (ROOT / "CHANGELOG.md").read_text("utf-8")
HALVES = re.split(r"^## (?:中文|English)\n", README, flags=re.M)[1:]


def test_the_architecture_names_every_package_and_top_level_module() -> None:
    named = re.findall(r"^\| `(\w+)` \|", ARCHITECTURE, re.M)
    packages = {p.parent.name for p in SCRIPTS.glob("*/__init__.py")}
    assert len(named) == len(set(named)) and set(named) == packages
    modules = {p.name for p in SCRIPTS.glob("*.py")} - {"__init__.py"}
    assert {m for m in modules if f"`{m}`" in ARCHITECTURE} == modules


def test_what_the_architecture_names_is_there() -> None:
    modules = set(re.findall(r"\b\w+/\w+\.py\b", ARCHITECTURE))
    assert len(modules) > 20 and [m for m in modules if not (SCRIPTS / m).is_file()] == []
    for folder in set(re.findall(r"`((?:overrides|docs)/[\w/]*)`", ARCHITECTURE)):
        assert (ROOT / folder).exists(), folder
    for name, module in (("ABOUT", "render/nav.py"), ("LAYERS", "export/edition.py"),
                         ("PLACES", "join/permanence.py"), ("word_from", "model/annotation.py")):  # fmt: skip
        assert f"`{name}`" in ARCHITECTURE and name in (SCRIPTS / module).read_text("utf-8")


@pytest.mark.parametrize("name", ["README.md", ".github/CONTRIBUTING.md", "scripts/README.md", "CHANGELOG.md"])
def test_links_between_the_projects_files_lead_somewhere(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    for link in [*re.findall(r"\]\(([^)\s]+)\)", text), *re.findall(r'src="([^"]+)"', text)]:
        if link.startswith("#"):
            assert f"\n## {link[1:]}\n".lower() in text.lower(), link
        else:
            assert ((ROOT / name).parent / link).is_file(), link


@pytest.mark.parametrize("half", HALVES, ids=["zh", "en"])
def test_each_half_of_the_readme_is_a_whole(half: str) -> None:
    """Two commands, fork, deploy, the next report, where things are, licences: for either reader."""
    for needed in (
        "make serve", "make test", "make check", "CITATION.cff", "docs/release.tsv", "GitHub Actions", "SITE_URL",
        "docs/reports/", "source.txt", "report.yml", "annotations/", "overrides/", "CC BY 4.0", "MIT", "OFL",
        "python -m scripts split", "`links`", "`release`", "`coverage`", "generate --out",
    ):  # fmt: skip
        assert needed in half, needed


def test_the_readme_is_short() -> None:
    assert len(HALVES) == 2 and len(README.splitlines()) <= 80


def test_every_command_named_exists(capsys: pytest.CaptureFixture[str]) -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.M))
    pages = [p.read_text("utf-8") for p in sorted((ROOT / "docs").glob("*/*.md"))]
    text = "\n".join([README, ARCHITECTURE, CONTRIBUTING, *pages])
    assert set(re.findall(r"[`\n]make (\w+)", text)) <= targets
    with pytest.raises(SystemExit):
        main(["--help"])
    known = set(re.findall(r"^    ([a-z]+) ", capsys.readouterr().out, re.M))
    assert "links" in known and set(re.findall(r"python -m scripts ([a-z]+)", text)) <= known


def test_a_release_is_told_in_the_changelog() -> None:
    said = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))
    newest = re.search(r"^## (\S+)(?: \((\S+)\))?$", CHANGELOG, re.M)
    assert newest and newest.groups() == (said["version"], str(said["date-released"]))
    assert f'version = "{said["version"]}"' in (ROOT / "pyproject.toml").read_text("utf-8")


def test_pictures_are_small_and_have_a_palette() -> None:
    pictures = sorted((ROOT / ".github/images").iterdir())
    shown = set(re.findall(r"\.github/images/[\w.-]+", README))
    assert {p.relative_to(ROOT).as_posix() for p in pictures} == shown and len(shown) == 4
    for picture in pictures:
        with Image.open(picture) as opened:
            assert opened.format == "PNG" and opened.mode == "P", picture
        assert picture.stat().st_size < 120_000, picture


def test_hooks_before_a_commit_fetch_nothing() -> None:
    config = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text("utf-8"))
    assert [repo["repo"] for repo in config["repos"]] == ["local"]
    for hook in config["repos"][0]["hooks"]:
        assert hook["language"] == "system" and "additional_dependencies" not in hook
        assert shlex.split(hook["entry"])[0].startswith(".venv/bin/")


def test_problems_are_shown_beside_their_lines() -> None:
    """The pattern that GitHub is given takes what the check prints, and nothing else."""
    (matcher,) = json.loads((ROOT / ".github/problems.json").read_text("utf-8"))["problemMatcher"]
    (pattern,) = matcher["pattern"]
    for path in ("annotations/kaifeng-2020/notes.yml", "docs/zh/about.md", "CITATION.cff", "docs/release.tsv"):
        problem = Problem(path, 126, "quote: not in p9: 精准促脱穷; the nearest text there: 精准促脱贫")
        found = re.fullmatch(pattern["regexp"], str(problem))
        assert found, problem
        assert [found[pattern[k]] for k in ("file", "line", "message")] == [path, "126", problem.message]
    assert not re.fullmatch(pattern["regexp"], "3 problems; nothing was written")
    assert "::add-matcher::.github/problems.json" in (ROOT / ".github/workflows/pages.yml").read_text("utf-8")


def test_a_fork_without_the_record_may_begin_anew(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What the README says of replacing the Kaifeng report."""
    shutil.rmtree(project / "docs/reports/kaifeng-2020")
    shutil.rmtree(project / "annotations/kaifeng-2020")
    shutil.rmtree(project / "annotations/glossary/terms")
    (project / "docs/reports/somewhere-2021").mkdir()
    new = project / "docs/reports/somewhere-2021"
    (new / "source.txt").write_text("某市政府工作报告\n各位代表：\n一、去年工作\n去年有成绩。\n", "utf-8")
    card = (ROOT / "docs/reports/kaifeng-2020/report.yml").read_text("utf-8").split("split:")[0]
    from hashlib import sha256

    sum = sha256((new / "source.txt").read_bytes()).hexdigest()
    (new / "report.yml").write_text(re.sub(r"sha256: \w+", f"sha256: {sum}", card), "utf-8")
    run = ["--root", str(project)]
    assert main([*run, "split", "docs/reports/somewhere-2021"]) == 0
    assert main([*run, "check"]) == 1
    assert "a published report is gone: kaifeng-2020" in capsys.readouterr().err
    (project / "docs/release.tsv").unlink()
    assert main([*run, "check"]) == 0
    assert main([*run, "release"]) == 0
    assert "paragraph\tsomewhere-2021/p1\t" in (project / "docs/release.tsv").read_text("utf-8")
