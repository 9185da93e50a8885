"""Plain `mkdocs build`, without our command line: the hook generates first and sets the navigation."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from scripts.cli import main
from scripts.publish import mkdocs_glue
from tests.tiny import ID, ROOT, write_tiny

LIMIT = 240


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A tiny project with the generator in it, as a fork has it, generated once."""
    folder = write_tiny(tmp_path / "project")
    assert main(["--root", str(folder), "generate"]) == 0
    shutil.copytree(ROOT / "scripts", folder / "scripts", ignore=shutil.ignore_patterns("__pycache__"))
    return folder


def mkdocs(project: Path, config: str) -> subprocess.CompletedProcess[str]:
    env = {k: v for k, v in os.environ.items() if k not in ("SITE_URL", "REPO_URL", "PYTHONPATH")}
    call = [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", config]
    return subprocess.run(call, cwd=project, env=env, capture_output=True, text=True, timeout=LIMIT, check=False)


@pytest.mark.parametrize(("config", "language", "heading"),
                         [("mkdocs.yml", "zh", "一、去年工作"), ("mkdocs.en.yml", "en", "I. Work last year")])  # fmt: skip
def test_mkdocs_builds_either_language_alone(config: str, language: str, heading: str, project: Path) -> None:
    done = mkdocs(project, config)
    assert done.returncode == 0, done.stderr
    page = (project / f"site/{language}/{ID}/h1/index.html").read_text("utf-8")
    assert heading in page and 'href="../h2/"' in page


def test_a_fault_in_a_file_stops_mkdocs_with_its_line(project: Path) -> None:
    (project / f"annotations/{ID}/notes.yml").write_text("- id: [\n", "utf-8")
    done = mkdocs(project, "mkdocs.yml")
    assert done.returncode != 0 and f"annotations/{ID}/notes.yml:2: broken YAML" in done.stderr
    assert "Traceback" not in done.stderr


def test_serving_with_mkdocs_watches_what_people_write() -> None:
    """And not what is generated from it, or every build would begin the next."""
    watched: list[str] = []
    left: list[str] = []

    class Server:
        def watch(self, path: str) -> None:
            watched.append(path)

        def unwatch(self, path: str) -> None:
            left.append(path)

    server = Server()
    assert mkdocs_glue.on_serve(server, {"docs_dir": ".build/zh"}) is server  # type: ignore[arg-type]
    assert left == [".build/zh"]
    assert {Path(p).name for p in watched} >= {"annotations", "docs", "overrides", "scripts", "mkdocs.yml"}
    assert all(Path(p).exists() for p in watched)
