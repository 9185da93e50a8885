"""Find a Java for EPUBCheck, or install one; never go on without."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

INSTALL = ["apt-get", "install", "-y", "-qq", "default-jre-headless"]


def find() -> str | None:
    """The path of a Java: below $JAVA_HOME, or on the PATH."""
    home = os.environ.get("JAVA_HOME")
    at_home = Path(home or "/nowhere") / "bin" / "java"
    return str(at_home) if at_home.exists() else shutil.which("java")


def find_or_install() -> str:
    """The path of a Java, put on the PATH; raises RuntimeError saying what was tried."""
    found = find()
    if not found and shutil.which("apt-get") and os.geteuid() == 0:
        subprocess.run(["apt-get", "update", "-qq"], check=False)
        subprocess.run(INSTALL, check=False)
        found = find()
    if not found:
        raise RuntimeError(
            "no Java: install one (Debian: default-jre-headless), or set JAVA_HOME, and run again"
        )
    os.environ["PATH"] = f"{Path(found).parent}{os.pathsep}{os.environ['PATH']}"
    return found


if __name__ == "__main__":
    print(find_or_install())
