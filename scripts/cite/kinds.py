"""The shape all styles share: kinds of places, and forms of them made from a style's templates.

A template is text with {tokens}; what stands between asterisks is in italics.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

# What a paragraph, a sentence of it, and the paragraph a figure stands in add to a template.
Kinds = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Style:
    """One style in one language.

    `report` has the place {at} for a locator, `pinned` is the form with one where it differs;
    `figure` has one for the report it is from: `figure_in` with the paragraph, `figure_at` without.
    `in_text` is what stands in the text.
    """

    report: str
    figure: str
    term: str
    edition: str
    paragraph: str
    sentence: str
    figure_in: str = ""
    figure_at: str = ""
    pinned: str = ""
    in_text: str = ""

    def kinds(self) -> dict[str, str]:
        """A template for each kind of place; `figure_in` is a figure whose paragraph has a number."""
        pinned = self.pinned or self.report
        return {
            "report": self.report.replace("{at}", ""),
            "paragraph": pinned.replace("{at}", self.paragraph),
            "sentence": pinned.replace("{at}", self.sentence),
            "figure": self.figure.replace("{at}", self.figure_at),
            "figure_in": self.figure.replace("{at}", self.figure_in),
            "term": self.term,
            "edition": self.edition,
        }

    def texts(self) -> dict[str, str]:
        """What stands in the text, for the kinds that have a locator and for the whole report."""
        if not self.in_text:
            return {}
        located = {"report": "", "paragraph": self.paragraph, "sentence": self.sentence}
        return {kind: self.in_text.replace("{at}", at) for kind, at in located.items()}
