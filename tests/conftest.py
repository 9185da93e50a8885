"""A built site behind a local server under a sub-path, and a browser to read it with."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, BrowserContext, sync_playwright

from scripts.model.edition import Edition
from scripts.publish.mkdocs_glue import build_site
from scripts.publish.workshop import open_workshop
from tests.chromium import find_or_install
from tests.copied import copy_project
from tests.serving import serving

# No deadline: the machines are shared and noisy. HYPOTHESIS_EXAMPLES asks for a longer search.
settings.register_profile(
    "edition", deadline=None, max_examples=int(os.environ.get("HYPOTHESIS_EXAMPLES", "100"))
)
settings.load_profile("edition")

ROOT = Path(__file__).resolve().parents[1]
SUB_PATH = "fork"
REPOSITORY = "https://github.com/example/reports"

# Most tests hold the report that this edition began with to its own words, numbers and addresses.
# An edition of other reports that has dropped it keeps the tests of the generator alone.
FIRST = "kaifeng-2020"
OF_FIRST = re.compile(rf"{FIRST}|\b(?:edition: Edition|served: |aged\b|shop: )")


def _left_out() -> list[Path]:
    if (ROOT / "docs/reports" / FIRST).is_dir():
        return []
    return [path for path in sorted(Path(__file__).parent.glob("test_*.py")) if OF_FIRST.search(path.read_text("utf-8"))]


def pytest_ignore_collect(collection_path: Path) -> bool | None:
    return True if collection_path in _left_out() else None


def pytest_configure(config: pytest.Config) -> None:
    coverage = config.pluginmanager.get_plugin("_cov")
    if coverage and _left_out():
        coverage.options.cov_fail_under = 0  # those tests are the ones that run most of the code


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if left := _left_out():
        told = f"docs/reports/{FIRST}/ is not here: {len(left)} files of tests about that report were left out"
        terminalreporter.write_line(told)


@pytest.fixture(scope="session")
def edition() -> Edition:
    return open_workshop(ROOT).edition


@pytest.fixture(scope="session")
def printings(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What copied projects have printed: a book takes seconds to set, and is mostly the same."""
    return tmp_path_factory.mktemp("printings")


@pytest.fixture
def project(tmp_path: Path, printings: Path) -> Path:
    """A copy of the project's own files, to be damaged."""
    folder = copy_project(tmp_path / "project")
    (folder / ".cache").symlink_to(printings)
    return folder


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """The built site and its address, below a sub-path as on GitHub Pages."""
    folder = tmp_path_factory.mktemp("www")
    with serving(folder) as root:
        address = f"{root}{SUB_PATH}/"
        with pytest.MonkeyPatch.context() as given:  # for this build alone: others are at no address
            given.setenv("SITE_URL", address)
            given.setenv("REPO_URL", REPOSITORY)
            build_site(ROOT, folder / SUB_PATH)
        yield folder / SUB_PATH, address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    try:
        path = find_or_install()  # before Playwright runs: asking it for its own Chromium starts it, too
    except RuntimeError as error:  # one line, not one for every test of a browser
        pytest.exit(str(error), returncode=3)
    with sync_playwright() as playwright:
        flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        browser = playwright.chromium.launch(executable_path=path, args=flags)
        yield browser
        browser.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    yield context
    context.close()
