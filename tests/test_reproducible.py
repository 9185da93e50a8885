"""Two builds of one state are the same to the byte: other folder, other time, other zone, other hash seed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.copied import ROOT, copy_project, digests

# A build that believes it is another day: the clocks that Python and MkDocs ask are moved.
LATER = """
import datetime, sys, time
days = {days}
clock = time.time
time.time = lambda: clock() + days * 86400
class Moved(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(time.time(), tz)
    @classmethod
    def utcnow(cls):
        return cls.fromtimestamp(time.time(), datetime.timezone.utc).replace(tzinfo=None)
datetime.datetime = Moved
from scripts.cli import main
sys.exit(main(["--root", sys.argv[1], "site", "--out", sys.argv[2]]))
"""


def built(folder: Path, zone: str, seed: str, days: int) -> dict[str, str]:
    """The digests of the site's files, built from a copy of the project in `folder`."""
    copy_project(folder)
    given = {k: v for k, v in os.environ.items() if k not in ("SITE_URL", "REPO_URL", "SOURCE_DATE_EPOCH")}
    given |= {"TZ": zone, "PYTHONHASHSEED": seed, "SITE_URL": "https://example.org/r/", "PYTHONPATH": str(ROOT)}
    call = [sys.executable, "-c", LATER.format(days=days), str(folder), str(folder / "out")]
    subprocess.run(call, env=given, check=True, capture_output=True)
    return digests(folder / "out")


def test_two_builds_are_the_same_to_the_byte(tmp_path: Path) -> None:
    first = built(tmp_path / "one", "Asia/Shanghai", "1", 0)
    second = built(tmp_path / "其他 folder", "America/Los_Angeles", "2", 400)
    assert [p for p in first if first[p] != second.get(p)] == []
    assert set(first) == set(second) and len(first) > 100
