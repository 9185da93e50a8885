"""Who made this edition, and which state of it this is; read from CITATION.cff."""

from __future__ import annotations

import calendar
import time
from dataclasses import dataclass

from scripts.model.annotation import Bilingual


@dataclass(frozen=True, slots=True)
class Imprint:
    """The edition as one cites it. `released` is an ISO 8601 date."""

    title: Bilingual
    editors: Bilingual
    version: str
    released: str

    @property
    def epoch(self) -> int:
        """The beginning of the day of release, UTC, in seconds of POSIX time."""
        return calendar.timegm(time.strptime(self.released, "%Y-%m-%d"))
