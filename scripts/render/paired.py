"""A paragraph on its permanent page: Chinese and English block by block, its glosses numbered.

A mark leads to its gloss by number, since sixty long names twice over would be half the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from markupsafe import Markup

from scripts.model.text import Segment
from scripts.render.excerpt import ellipsis
from scripts.render.glosses import Gloss
from scripts.render.marks import Run
from scripts.render.typeset import english_quotes
from scripts.render.views import Reader, SentenceView

# What of a figure stands beside its explanation here; the rest is in the table of figures.
FACTS = ("period", "kind", "base")
# Where there is more to explain than this, the figures are left to their table, and each
# explanation ends at its first full stop or semicolon.
MANY = 28
STOP = re.compile(r"[。；]|[.;](?=\s)")


@dataclass(frozen=True, slots=True)
class Pair:
    """A block of sentences in both languages."""

    zh: tuple[SentenceView, ...]
    en: tuple[SentenceView, ...]


@dataclass(frozen=True, slots=True)
class GlossPair:
    """An explanation in both languages; `sentence` is the anchor of the first that needs it."""

    number: str
    sentence: str
    zh: Gloss
    en: Gloss


def paired(zh: Reader, en: Reader, segment: Segment) -> tuple[list[Pair], list[GlossPair]]:
    """The blocks of a paragraph side by side, and the glosses of both in the order met.

    A figure that its sentence says whole, which is most of them, is not marked here.
    """
    blocks = zh.segment(segment).blocks
    english = [s for block in en.segment(segment).blocks for s in block]
    layers = en.used | zh.used
    both = {id: (zh.gloss(id, layers[id]), en.gloss(id, layers[id])) for id in (zh.used | en.used)}
    explained = [id for id, (gloss, _) in both.items() if gloss.layer != "figure" or _says_more(gloss)]
    many = len(explained) > MANY
    if many:
        explained = [id for id in explained if layers[id] != "figure"]
    numbers = {id: str(n) for n, id in enumerate(explained, 1)}
    pairs = []
    for block in blocks:
        here = {s.id for s in block}
        its = [s for s in english if s.id in here]
        pairs.append(Pair(_numbered(block, numbers), _numbered(its, numbers)))
    first = _first_sentences([*(s for b in blocks for s in b), *english])
    short = _shorter if many else _short
    glosses = [GlossPair(n, first[id], *map(short, both[id])) for id, n in numbers.items()]
    return pairs, glosses


def _says_more(gloss: Gloss) -> bool:
    """Whether a figure needs a word here: a remark, or a value that says more than the number."""
    return bool(gloss.text) or any(map(_qualified, gloss.facts))


def _qualified(fact: tuple[str, str]) -> bool:
    """A value with something in brackets: hectares, per person and year."""
    return fact[0] == "value" and fact[1].endswith(("）", ")"))


def _first_sentences(sentences: list[SentenceView]) -> dict[str, str]:
    """The anchor of the sentence where each annotation is first marked."""
    found: dict[str, str] = {}
    for sentence in sentences:
        for run in sentence.runs:
            found.setdefault(run.id, anchor(sentence.id))
    return found


def anchor(sentence: str) -> str:
    """p57-s2 -> s2, where the permanent page has the sentence."""
    return sentence.rsplit("-", 1)[-1]


def _numbered(sentences: Iterable[SentenceView], numbers: dict[str, str]) -> tuple[SentenceView, ...]:
    return tuple(replace(s, id=anchor(s.id), runs=tuple(_run(r, numbers) for r in s.runs)) for s in sentences)


def _run(run: Run, numbers: dict[str, str]) -> Run:
    if run.id not in numbers:
        return Run(run.text)
    return replace(run, id=numbers[run.id], href=f"#g-{numbers[run.id]}")


def _short(gloss: Gloss) -> Gloss:
    """A gloss with the facts that the sentence does not say."""
    facts = tuple((key, said) for key, said in gloss.facts if key in FACTS or _qualified((key, said)))
    return replace(gloss, name=english_quotes(gloss.name), facts=facts)


def _shorter(gloss: Gloss) -> Gloss:
    """A gloss up to its first stop; what follows is a link away, as an ellipsis tells."""
    gloss = _short(gloss)
    stop = STOP.search(gloss.text)
    rest = stop and gloss.text[stop.end() :].strip()
    if not stop or not rest or "<" in gloss.text:
        return gloss
    return replace(gloss, text=gloss.text[: stop.start()] + Markup(ellipsis(gloss.text)))
