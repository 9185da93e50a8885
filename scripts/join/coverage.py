"""What a reader may stumble on and the glossary does not explain."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from scripts.model.edition import Edition, Report
from scripts.model.problem import Problem
from scripts.model.text import Sentence

QUOTED = re.compile(r"“([^“”]+)”")
TITLE = re.compile(r"《([^《》]+)》")
# A figure with a measure, then another: 两不愁三保障, 三大攻坚战, 五个一体化.
NUMERAL = "[一二两双三四五六七八九十百]"
HAN = r"[\u4e00-\u9fff]"
SLOGAN = re.compile(
    rf"{NUMERAL}(?:个|大|项|条|位)?{HAN}{{1,4}}?{NUMERAL}{HAN}{{1,4}}|[三四五六七八九十](?:大|个){HAN}{{2,6}}"
)
# By their last character; 农村, 公路, 城镇 and the like are no names.
NAME = re.compile(
    rf"{HAN}{{2,5}}(?:大道|大街|(?<![公道线思铁网里])路|河(?!南)|(?<!江)湖|(?<!城)镇|(?<![农乡困])村|公司|集团|控股|股份"
    r"|大学|学院|派出所|产业园|海关|寺|塔|巷|高速)"
)
PUNCTUATION = re.compile(r"[、,，·()（）~～+＋:：;；\-\s“”]")


@dataclass(frozen=True, slots=True)
class Gap:
    """Words with no entry: what kind they are, and the sentences they stand in."""

    kind: str
    words: str
    at: tuple[str, ...]


# What has to be explained; the others are candidates that an editor decides on.
REQUIRED = ("quoted", "title")


def coverage(edition: Edition, report: Report) -> list[Gap]:
    """The gaps of one report, required kinds first, in the order of the text."""
    explained = _explained(edition, report)
    gaps: dict[tuple[str, str], list[str]] = {}
    for _, sentence in report.text.sentences():
        for kind, start, end in _candidates(sentence):
            if not _covered(sentence.text, start, end, explained.get(sentence.id, ()), kind):
                gaps.setdefault((kind, sentence.text[start:end]), []).append(sentence.id)
    found = [Gap(kind, words, tuple(at)) for (kind, words), at in gaps.items()]
    return sorted(found, key=lambda gap: gap.kind not in REQUIRED)


def missing(gaps: Iterable[Gap], report: Report) -> Iterator[Problem]:
    """A problem for each quoted string or title with no entry, at its line in zh.yml."""
    marks = {"quoted": "“{}”", "title": "《{}》"}
    for gap in gaps:
        if gap.kind in REQUIRED:
            told = f"no glossary entry for {marks[gap.kind].format(gap.words)} ({', '.join(gap.at)})"
            where = report.segment_of[gap.at[0]].where
            yield where.problem(f"{told}; add one to annotations/glossary/terms", "sentences")


def counted(report: Report) -> dict[str, int]:
    """How many different quoted strings and titles the report has."""
    whole = "".join(sentence.text for _, sentence in report.text.sentences())
    return {"quoted": len(set(QUOTED.findall(whole))), "title": len(set(TITLE.findall(whole)))}


def _explained(edition: Edition, report: Report) -> dict[str, list[tuple[int, int]]]:
    """The stretches of each sentence that an entry explains."""
    found: dict[str, list[tuple[int, int]]] = {}
    for _, o in edition.used_in(report):
        found.setdefault(o.span.sentence, []).append((o.span.start, o.span.end))
    return found


def _candidates(sentence: Sentence) -> Iterator[tuple[str, int, int]]:
    for kind, pattern in (("quoted", QUOTED), ("title", TITLE)):
        for match in pattern.finditer(sentence.text):
            yield kind, *match.span(1)
    for kind, pattern in (("slogan", SLOGAN), ("name", NAME)):
        for match in pattern.finditer(sentence.text):
            yield kind, *match.span()


def _covered(text: str, start: int, end: int, spans: Iterable[tuple[int, int]], kind: str) -> bool:
    """Quoted words are covered when entries take in every one; a candidate when an entry touches it."""
    if kind not in REQUIRED:
        return any(a < end and start < b for a, b in spans)
    taken = {i for a, b in spans for i in range(max(a, start), min(b, end))}
    return all(i in taken or PUNCTUATION.match(text[i]) for i in range(start, end))
