"""Who made this edition, and which state of it this is; read from CITATION.cff."""

from __future__ import annotations

from dataclasses import dataclass

from scripts.model.annotation import Bilingual


@dataclass(frozen=True, slots=True)
class Imprint:
    """The edition as one cites it. `released` is an ISO 8601 date."""

    title: Bilingual
    editors: Bilingual
    version: str
    released: str
