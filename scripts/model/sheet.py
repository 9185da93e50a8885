"""What the typesetter is given: a source, and the files its pages become."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Sheet:
    """A Typst source that prints as one PDF, or as one PNG a page (a point is a pixel).

    `standard` is what a PDF keeps: ua-1 is PDF/UA-1 (ISO 14289-1), which screen readers can follow.
    """

    paths: tuple[str, ...]
    format: Literal["pdf", "png"]
    source: str
    standard: Literal["ua-1", "1.7"] = "ua-1"
