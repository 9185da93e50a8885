"""The deployment keeps its promises: pinned, least permissions, nobody's name in it."""

from __future__ import annotations

import re

import yaml

from tests.conftest import ROOT

TEXT = (ROOT / ".github/workflows/pages.yml").read_text("utf-8")
FLOW = yaml.safe_load(TEXT)
AUDIT = (ROOT / ".github/workflows/audit.yml").read_text("utf-8")


def test_actions_are_official_and_pinned_by_commit() -> None:
    both = TEXT + AUDIT
    used = re.findall(r"uses: (\S+) # v\d+\.\d+\.\d+", both)
    assert len(used) == both.count("uses:") >= 9
    assert all(re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40}", action) for action in used)


def test_only_deploy_may_write() -> None:
    assert FLOW["permissions"] == {} and FLOW["jobs"]["test"]["permissions"] == {"contents": "read"}
    writing = {name for name, job in FLOW["jobs"].items() if "write" in str(job.get("permissions", ""))}
    assert writing == {"deploy"}
    assert "write" not in AUDIT and yaml.safe_load(AUDIT)["permissions"] == {}


def test_tests_come_before_deploy() -> None:
    assert FLOW["jobs"]["build"]["needs"] == "test" and FLOW["jobs"]["deploy"]["needs"] == "build"


def test_addresses_are_derived() -> None:
    assert "steps.pages.outputs.base_url" in TEXT and "github.repository }}" in TEXT
    assert ".github.io" not in TEXT


def test_dependencies_are_locked_with_hashes_and_each_has_its_reason() -> None:
    for name in ("requirements.lock", "requirements-dev.lock", "requirements-audit.lock"):
        text = (ROOT / name).read_text("utf-8")
        pins = re.findall(r"^[\w.-]+==", text, re.M)
        assert pins and text.count("--hash=sha256:") >= len(pins) and "http" not in text
    project = (ROOT / "pyproject.toml").read_text("utf-8")
    listed = re.findall(r'^  "[\w.-]+.*$', project.split("[tool")[0], re.M)
    assert len(listed) >= 12 and all("  # " in line or ", # " in line for line in listed)
