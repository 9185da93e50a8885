"""What a release promised: the addresses people cite, and what stood at each."""

from __future__ import annotations

from dataclasses import dataclass

GONE = "removed"


@dataclass(frozen=True, slots=True)
class Recorded:
    """One promise. `sum` is the checksum of what the address means; `address` is below the site's.

    kind: paragraph, heading, sentence, term, figure, note, outcome; page has no sum.
    """

    kind: str
    id: str
    address: str
    sum: str
    line: int = 0
