"""One build of a project at a time: builds share .build/ and .cache/.

The lock is the operating system's, on an open file: it ends with the process that holds it, however
that ends, so there is never a stale one to delete.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

LOCK = Path(".cache/lock")
PAUSE = 0.1  # seconds between two attempts
# Windows forbids reading what is locked: the byte that is locked lies behind what is written.
BEYOND = 1024

if sys.platform == "win32":
    import msvcrt

    def _take(file: IO[bytes]) -> None:
        file.seek(BEYOND)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


@contextmanager
def alone(root: Path, tell: Callable[[str], None] = _say) -> Iterator[None]:
    """Hold the project's lock; while another build has it, say which (once) and wait.

    Raises OSError where the lock file cannot be written.
    """
    path = root / LOCK
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a+b") as file:
        _wait(file, tell)
        file.truncate(0)
        file.write(b"%d\n" % os.getpid())
        file.flush()
        yield


def _wait(file: IO[bytes], tell: Callable[[str], None]) -> None:
    told = False
    while True:
        try:
            return _take(file)
        except OSError:  # taken: PermissionError, BlockingIOError
            if not told:
                file.seek(0)
                holder = file.read(20).decode("ascii", "replace").strip() or "unknown"
                tell(f"another build of this project is running (process {holder}); waiting for it to end")
                told = True
            time.sleep(PAUSE)
