"""Which Chinese and which English belong together.

One sentence to one translation is the rule; a sentence that is `joined_to` another has its
words in that one's translation, and the two make one unit.
"""

from __future__ import annotations

from dataclasses import dataclass

from scripts.model.edition import Report


@dataclass(frozen=True, slots=True)
class Unit:
    """Aligned text: the ids of its Chinese sentences in order, and the words on both sides.

    `starts` tells where in `zh` each sentence begins; `status` and `line` are the translation's.
    """

    ids: tuple[str, ...]
    zh: str
    en: str
    starts: tuple[int, ...] = (0,)
    status: str = ""
    line: int = 0


def alignment(report: Report) -> tuple[Unit, ...]:
    """The translated units of a report in source order; untranslated sentences have none."""
    renderings = report.translation.renderings
    groups: dict[str, list[tuple[str, str]]] = {}
    for _, sentence in report.text.sentences():
        rendering = renderings.get(sentence.id)
        if rendering:
            groups.setdefault(rendering.with_id or sentence.id, []).append((sentence.id, sentence.text))
    return tuple(
        _unit(members, renderings[head].text, renderings[head].status, renderings[head].line)
        for head, members in groups.items()
        if head in renderings and renderings[head].text
    )


def _unit(members: list[tuple[str, str]], en: str, status: str, line: int) -> Unit:
    starts, zh = [], ""
    for _, text in members:
        starts.append(len(zh))
        zh += text
    return Unit(tuple(id for id, _ in members), zh, en, tuple(starts), status, line)
