"""Find a Chromium, or install one; never go on without."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
WAYS = (
    [sys.executable, "-m", "playwright", "install", "chromium"],
    ["apt-get", "install", "-y", "-qq", "chromium", "fonts-noto-cjk"],
)


def find() -> str | None:
    """The path of a Chromium: $CHROMIUM, one on the PATH, or Playwright's own."""
    named = os.environ.get("CHROMIUM")
    on_path = next((found for name in NAMES if (found := shutil.which(name))), None)
    return named or on_path or _playwrights()


def _playwrights() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if os.path.exists(path) else None


def find_or_install() -> str:
    """The path of a Chromium; raises RuntimeError saying what was tried."""
    found = find()
    for way in WAYS:
        if found:
            break
        if shutil.which(way[0]) and (way[0] != "apt-get" or os.geteuid() == 0):
            if way[0] == "apt-get":
                subprocess.run(["apt-get", "update", "-qq"], check=False)
            subprocess.run(way, check=False)
            found = find()
    if not found:
        raise RuntimeError("no Chromium: install one, or set CHROMIUM to its path, and run again")
    return found


if __name__ == "__main__":
    print(find_or_install())
