"""How well the number proof does: false alarms on true pairs, and seeded errors found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from scripts.join.alignment import alignment
from scripts.join.anchor import find_all
from scripts.model.edition import Edition
from scripts.proof.numbers import compare
from tests.seeds import seeds

CORPUS = Path(__file__).parent / "corpus"


@dataclass(frozen=True)
class SentencePair:
    name: str
    zh: str
    en: str
    uncounted: tuple[str, ...]

    def differs(self, english: str, year: int) -> bool:
        names = [(at, at + len(word)) for word in self.uncounted for at in find_all(self.zh, word)]
        return bool(compare(self.zh, english, covered_zh=names, year=year))


@dataclass
class Measured:
    pairs: int = 0
    flagged: list[str] = field(default_factory=list)
    seeded: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)

    @property
    def false_alarms(self) -> int:
        return len(self.flagged)

    def __str__(self) -> str:
        kinds = ", ".join(f"{kind} {self.found[kind]}/{count}" for kind, count in sorted(self.seeded.items()))
        return (
            f"{self.pairs} pairs, {self.false_alarms} flagged ({self.false_alarms / self.pairs:.2%}): "
            f"{' '.join(self.flagged) or 'none'}; seeded errors found {self.found.total()} of "
            f"{self.seeded.total()} ({self.found.total() / self.seeded.total():.2%}): {kinds}"
        )


def measure(pairs: Iterable[SentencePair], year: int) -> Measured:
    """Every pair as it is, then every single error put into each pair that was not flagged."""
    measured = Measured()
    for pair in pairs:
        measured.pairs += 1
        if pair.differs(pair.en, year):
            measured.flagged.append(pair.name)
            continue
        for kind, wrong in seeds(pair.en):
            measured.seeded[kind] += 1
            measured.found[kind] += pair.differs(wrong, year)
    return measured


def national_pairs() -> list[SentencePair]:
    """The official translation, without the pairs that are set aside with a reason."""
    aside = {tuple(line.split("\t")[:2]) for line in _lines("national-2024-set-aside.tsv")}
    uncounted = tuple(_lines("national-2024-uncounted.txt"))
    rows = [line.split("\t") for line in _lines("national-2024.tsv")]
    return [SentencePair(f"{p}-{s}", zh, en, uncounted) for p, s, zh, en in rows if (p, s) not in aside]


def kaifeng_pairs(edition: Edition) -> list[SentencePair]:
    uncounted = tuple(u.zh for u in edition.uncounted)
    return [SentencePair(u.ids[0], u.zh, u.en, uncounted) for u in alignment(edition.reports[0])]


def _lines(name: str) -> list[str]:
    return [line for line in (CORPUS / name).read_text("utf-8").split("\n") if line]
