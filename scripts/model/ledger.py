"""What becomes of every number of a report: claimed by data, or listed with a reason."""

from __future__ import annotations

from dataclasses import dataclass, field

from scripts.model.annotation import word_from
from scripts.model.problem import NOWHERE, Where


@dataclass(frozen=True, slots=True)
class NotData:
    """Words with numbers that are no data: a date, a session, a name, a road. All in the quote count."""

    id: str
    at: str
    quote: str
    reason: str = word_from("not_data_reasons")
    occurrence: int = 0
    where: Where = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Numeral:
    """One number of the text. `claim` says who answers for it, `by` the id of the entry.

    claim: figure, not_data, term (explained in the glossary), calendar (a year or month),
    heading (the number of a heading or point); "" is unclaimed.
    """

    sentence: str
    start: int
    end: int
    text: str
    claim: str = ""
    by: str = ""

    @property
    def digits(self) -> bool:
        """Whether it is one of the numerals in figures; the others are written in characters."""
        return self.text[:1].isdigit()
