"""Faults of a build: what goes wrong is told in a line, and the last good site stays, whole."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from scripts.cli import main
from scripts.publish import output
from scripts.publish.lock import LOCK, alone
from tests.copied import digests
from tests.tiny import ID, ROOT, write_tiny

NOTES = f"annotations/{ID}/notes.yml"
# Long enough for the slowest machine; what takes longer hangs.
LIMIT = 240


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A tiny project with its site."""
    folder = write_tiny(tmp_path_factory.mktemp("built") / "project")
    assert main(["--root", str(folder), "site"]) == 0
    return folder


@pytest.fixture
def project(built: Path) -> Iterator[Path]:
    """The built project, left by every test as it was found."""
    before = digests(built / "site")
    own = {p: p.read_bytes() for p in built.rglob("*") if p.is_file() and p.parts[len(built.parts)] in SOURCES}
    yield built
    for path in built.rglob("*"):
        if path.is_file() and path not in own and path.parts[len(built.parts)] in SOURCES:
            path.unlink()
    for path, data in own.items():
        if not path.exists() or path.read_bytes() != data:
            path.write_bytes(data)
    output.restore(built / "site")
    output.restore(built / ".build")
    assert digests(built / "site") == before


SOURCES = ("annotations", "docs", "overrides", "mkdocs.yml", "mkdocs.en.yml", "CITATION.cff")


def whole(project: Path) -> bool:
    """Whether the site is there and nothing half-written lies beside it."""
    beside = sorted(p.name for p in project.iterdir() if p.name.endswith((".new", ".old")))
    return (project / "site/index.html").exists() and beside == []


def run(project: Path, *arguments: str, code: str = "", **given: str) -> subprocess.Popen[str]:
    """A command in a process of its own; `code` is run first in it."""
    start = f"import sys\n{code}\nfrom scripts.cli import main\nsys.exit(main(sys.argv[1:]))"
    call = [sys.executable, "-c", start, "--root", str(project), *(arguments or ("site",))]
    env = {k: v for k, v in os.environ.items() if k not in ("SITE_URL", "REPO_URL")} | {"PYTHONPATH": str(ROOT)}
    return subprocess.Popen(
        call, env=env | given, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8",
        cwd=project.parent,
    )  # fmt: skip


# Where a build is killed: before the named function has done anything, or in the middle of what it does.
KILL = """
import os, signal
def die(*a, **k): os.kill(os.getpid(), signal.SIGKILL)
"""
POINTS = {
    "while the tree is written": "import scripts.publish.tree_files as m; m.json.dumps = die",
    "while sheets are printed": "import scripts.publish.mkdocs_glue as m; m.print_sheets = die",
    "while MkDocs builds": "import scripts.publish.mkdocs_glue as m; m.build = die",
    "while pages are sealed": "import scripts.publish.mkdocs_glue as m; m.seal = die",
    "between two renames": """
import pathlib
rename = pathlib.Path.rename
def once(self, target):
    done = rename(self, target)
    if str(target).endswith("site.old"): die()
    return done
pathlib.Path.rename = once
""",
    "before the old one is cleared": """
import shutil
rmtree = shutil.rmtree
def last(path, **given):
    if str(path).endswith("site.old"): die()
    rmtree(path, **given)
shutil.rmtree = last
""",
}


@pytest.mark.parametrize("point", POINTS)
def test_killed_in_mid_build(point: str, project: Path) -> None:
    process = run(project, code=KILL + POINTS[point])
    process.communicate(timeout=LIMIT)
    assert process.returncode == -signal.SIGKILL
    # A build that then fails on a person's file puts the last good site right all the same.
    (project / NOTES).write_text("- id: [\n", "utf-8")
    assert main(["--root", str(project), "site"]) == 1
    assert whole(project)


def test_killed_and_built_again(project: Path) -> None:
    run(project, code=KILL + POINTS["between two renames"]).communicate(timeout=LIMIT)
    assert not (project / "site").exists() and (project / "site.old").is_dir()
    assert main(["--root", str(project), "site"]) == 0
    assert whole(project)


def test_stopped_by_hand(project: Path) -> None:
    """Ctrl-C in mid-build: told in a line, nothing left."""
    process = run(project, code="import scripts.publish.mkdocs_glue as m\ndef seal(x): raise KeyboardInterrupt\nm.seal = seal")
    _, told = process.communicate(timeout=LIMIT)
    assert process.returncode == 130 and told.splitlines()[-1] == "site: stopped" and "Traceback" not in told
    assert whole(project)


FULL = """
import errno, os, pathlib, shutil
left = {left}
def refused(path): raise OSError({errno}, os.strerror({errno}), str(path))
write = pathlib.Path.write_bytes
def short(self, data):
    global left
    left -= len(data)
    if left < 0:
        write(self, data[: len(data) // 2])
        refused(self)
    return write(self, data)
pathlib.Path.write_bytes = short
"""


@pytest.mark.parametrize("left", [0, 100_000, 1_000_000])
def test_a_disk_that_fills_up(left: int, project: Path) -> None:
    process = run(project, code=FULL.format(left=left, errno=errno.ENOSPC))
    _, told = process.communicate(timeout=LIMIT)
    assert process.returncode == 1 and "No space left on device" in told and "Traceback" not in told
    assert whole(project)


def test_a_limit_of_the_system(project: Path) -> None:
    """A real refusal by the system in the middle of a file: no file may grow beyond 200 kB."""
    code = "import resource, signal\nsignal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
    code += "resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))"
    process = run(project, code=code)
    _, told = process.communicate(timeout=LIMIT)
    assert process.returncode == 1 and "File too large" in told and "Traceback" not in told
    assert whole(project)


@pytest.mark.parametrize("where", ["site.new", ".build.new", ".cache"])
def test_a_folder_that_cannot_be_written(where: str, project: Path) -> None:
    """Refused as a read-only folder is. Injected: the tests may run as root, whom nothing is refused."""
    code = f"""
import errno, pathlib
mkdir, open_ = pathlib.Path.mkdir, pathlib.Path.open
def refuse(path):
    if "{where}" in path.parts: raise OSError(errno.EROFS, "Read-only file system", str(path))
def no_folder(self, *a, **k): refuse(self); return mkdir(self, *a, **k)
def no_file(self, mode="r", *a, **k): refuse(self) if mode != "rb" else None; return open_(self, mode, *a, **k)
pathlib.Path.mkdir, pathlib.Path.open = no_folder, no_file
"""
    process = run(project, code=code)
    _, told = process.communicate(timeout=LIMIT)
    assert process.returncode == 1 and "Read-only file system" in told and where in told and "Traceback" not in told
    assert whole(project)


def test_two_builds_at_once(project: Path) -> None:
    """The second says who is building, waits, and builds; the site is whole in the end."""
    first, second = run(project), run(project)
    told = [process.communicate(timeout=LIMIT) for process in (first, second)]
    assert [first.returncode, second.returncode] == [0, 0], told
    waited = [line for _, err in told for line in err.splitlines() if "another build of this project" in line]
    # Who builds is known once it has written its number down; a moment before, that somebody does.
    told_of = [f"(process {who})" for who in (first.pid, second.pid, "unknown")]
    assert len(waited) == 1 and any(who in waited[0] for who in told_of)
    assert whole(project)


def test_the_lock_of_a_killed_build_is_free(project: Path) -> None:
    process = run(project, code=f"from scripts.publish.lock import alone\nfrom pathlib import Path\nimport time\n"
                  f"with alone(Path({str(project)!r})):\n print('held', flush=True); time.sleep({LIMIT})")  # fmt: skip
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    told: list[str] = []

    def tell(line: str) -> None:
        told.append(line)
        process.kill()

    with alone(project, tell):
        assert told == [f"another build of this project is running (process {process.pid}); waiting for it to end"]
        assert (project / LOCK).read_text("ascii") == f"{os.getpid()}\n"
    process.communicate(timeout=LIMIT)


@pytest.mark.parametrize("out", [".", "..", "docs", "annotations/new", "overrides", "CITATION.cff", "mine"])
def test_nothing_but_a_site_is_replaced(out: str, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mine = project / "mine"
    mine.mkdir(exist_ok=True)
    (mine / "letter.txt").write_text("x", "utf-8")
    for command in ("site", "generate"):
        assert main(["--root", str(project), command, "--out", out]) == 1
        assert "another" in capsys.readouterr().err
    assert (mine / "letter.txt").exists() and (project / "docs/zh/about.md").exists()


TEMPLATES = [
    ("overrides/pages/notes.html", "{% for %}\n", 1, "Expected"),
    ("overrides/pages/notes.html", "\n{{ no_such_name }}\n", 2, "'no_such_name' is undefined"),
    ("overrides/pages/notes.html", "\n\n{{ 1 + 'x' }}\n", 3, "unsupported operand"),
    ("overrides/pages/notes.html", "{% include 'none.html' %}\n", 1, "none.html"),
    ("overrides/partials/copyright.html", "\n{% if %}\n", 2, "Expected"),
    ("overrides/partials/copyright.html", "\n\n{{ nothing.at.all }}\n", 3, "'nothing' is undefined"),
    ("overrides/main.html", "{% extends 'none.html' %}\n", 1, "none.html"),
]  # fmt: skip


@pytest.mark.parametrize(("path", "text", "line", "told"), TEMPLATES)
def test_a_fault_in_a_template_is_told_at_its_line(
    path: str, text: str, line: int, told: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / path).write_text(text, "utf-8")
    assert main(["--root", str(project), "site"]) == 1
    said = capsys.readouterr().err.splitlines()
    assert said[0].startswith(f"{path}:{line}: ") and told in said[0] and len(said) == 2, said
    assert whole(project)


@pytest.mark.parametrize(("text", "told"), [
    ("site_name: [\n", "parsing the configuration file"), ("", "site_name"), ("site_name: x\ntheme: {name: none}\n", "none"),
    ("site_name: x\nno_such_key: 1\n", "no_such_key"),
])  # fmt: skip
def test_a_fault_in_the_configuration_is_told(
    text: str, told: str, project: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (project / "mkdocs.yml").write_text(text, "utf-8")
    process = run(project)
    _, said = process.communicate(timeout=LIMIT)
    assert process.returncode == 1 and told in said and "Traceback" not in said, said
    assert whole(project)


@pytest.mark.parametrize("given", [
    {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    {"PYTHONIOENCODING": "gbk", "PYTHONUTF8": "0"},
])  # fmt: skip
def test_a_locale_that_is_not_utf8(given: dict[str, str], project: Path) -> None:
    process = run(project, code="import sys; sys.stdout.reconfigure(encoding='ascii')", **given)
    assert process.communicate(timeout=LIMIT)[1] == "" and process.returncode == 0
    (project / NOTES).write_text("- id: 好\U0001f4a9\n", "utf-8")
    _, said = run(project, "check", **given).communicate(timeout=LIMIT)
    assert f"{NOTES}:1: " in said and "Traceback" not in said


def test_every_open_names_its_encoding(project: Path) -> None:
    """Python itself tells of a text file that is opened in whatever encoding the machine has."""
    code = "import warnings; warnings.filterwarnings('error', category=EncodingWarning, module='scripts')"
    process = run(project, code=code, PYTHONWARNDEFAULTENCODING="1")
    _, said = process.communicate(timeout=LIMIT)
    assert process.returncode == 0, said
    assert str(ROOT / "scripts") not in said


@pytest.mark.parametrize("path", [NOTES, "docs/en/about.md", f"docs/reports/{ID}/en.yml"])
def test_windows_line_ends_are_told(path: str, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = project / path
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert main(["--root", str(project), "site"]) == 1
    assert f"{path}:1: a carriage return: CR; save with LF line ends" in capsys.readouterr().err
    assert whole(project)


def test_windows_line_ends_in_our_own_files_change_nothing(project: Path) -> None:
    """A checkout that ignored .gitattributes: styles, scripts and templates come out the same."""
    before = digests(project / "site")
    for path in (project / "overrides").rglob("*"):
        if path.suffix in (".css", ".js", ".html", ".typ", ".xhtml") and "fonts" not in path.parts:
            path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    out = project / "other"
    assert main(["--root", str(project), "site", "--out", "other"]) == 0
    assert digests(out) == before


def test_a_path_with_spaces_chinese_and_an_apostrophe(built: Path, tmp_path: Path) -> None:
    folder = write_tiny(tmp_path / "it's 我的 project #1 %20 [x]")
    assert main(["--root", str(folder), "site"]) == 0
    assert digests(folder / "site") == digests(built / "site")


def test_serving_goes_on_after_any_fault(tmp_path: Path) -> None:
    """Served; then a bad file, a bad template and a full disk; each is told, and the site stays up."""
    from urllib.request import urlopen

    project = write_tiny(tmp_path / "project")
    process = run(project, "serve", "--port", "0", code="""
import scripts.publish.mkdocs_glue as m
build = m.build_site
def sometimes(root, *a, **k):
    if (root / "docs/full").exists(): raise OSError(28, "No space left on device")
    return build(root, *a, **k)
m.build_site = sometimes
server = m.LiveReloadServer
class Told(server):
    def server_activate(self):
        super().server_activate()
        print("port", self.server_port, flush=True)
m.LiveReloadServer = Told
""")  # fmt: skip
    assert process.stdout is not None and process.stderr is not None
    port = next(line.split()[1] for line in process.stdout if line.startswith("port "))
    faults = {NOTES: "- id: [\n", "overrides/pages/notes.html": "{% for %}", "docs/full": "x"}
    wanted = {NOTES: f"{NOTES}:2: broken YAML", "overrides/pages/notes.html": "notes.html:1: ", "docs/full": "No space"}
    try:
        for path, text in faults.items():
            file = project / path
            before = file.read_bytes() if file.exists() else b""
            time.sleep(1)  # the watcher compares times of change
            file.write_text(text, "utf-8")
            assert any(wanted[path] in line for line in process.stderr), path
            with urlopen(f"http://127.0.0.1:{port}/zh/", timeout=LIMIT) as page:
                assert page.status == 200 and "<h1" in page.read().decode()
            file.write_bytes(before) if before else file.unlink()
    finally:
        process.kill()
        process.communicate(timeout=LIMIT)
