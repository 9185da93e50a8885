"""Rules one report keeps: its text is the source's, its ids and sums hold, its layers fit."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from scripts.join.verify_annotations import known_ids, words_known
from scripts.model.annotation import Figure, Outcome
from scripts.model.edition import Edition, Report
from scripts.model.problem import Problem, Where, nearest
from scripts.model.release import GONE
from scripts.model.text import checksum
from scripts.proof.chinese import printed_values


def verify_report(report: Report, edition: Edition) -> Iterator[Problem]:
    """Every problem of one report."""
    yield from _text(report)
    yield from _translation(report, edition)
    for figure in report.figures:
        yield from _figure(figure, report, edition)
        yield from known_ids(figure.related, report.figure, figure.where, "related")
    for outcome in report.outcomes:
        yield from _outcome(outcome, report.figure)


def _text(report: Report) -> Iterator[Problem]:
    """zh.yml joins to source.txt; a changed paragraph has its entry in errata.yml."""
    joined = report.text.join()
    folder = f"docs/reports/{report.id}"
    if report.text.segments and joined != report.source:
        at = next((i for i, (a, b) in enumerate(zip(joined, report.source, strict=False)) if a != b), 0)
        told = f"not the text of source.txt from character {at + 1}: {joined[at : at + 20]!r}"
        yield Problem(f"{folder}/zh.yml", 1, f"{told}; run: python -m scripts split {folder}")
    errata = {(e.id, e.was): e.now for e in report.errata}
    for segment in report.text.segments:
        if segment.kind == "removed":
            continue
        sum, now = segment.first_sum, checksum(segment.text)
        while sum != now and (segment.id, sum) in errata:
            sum = errata.pop((segment.id, sum))
        if sum != now:
            told = f"the text of {segment.id} was changed: {segment.text[:16]}…"
            entry = f"{{id: {segment.id}, was: {sum}, now: {now}, date: …, reason: …}}"
            yield segment.where.problem(f"{told}; add to errata.yml: {entry}", "sentences")
    places = {*report.by_id, *report.segment_of}
    for erratum in report.errata:
        if erratum.now != GONE:
            yield from known_ids([erratum.id], places, erratum.where, "id")


def _translation(report: Report, edition: Edition) -> Iterator[Problem]:
    """en.yml has every id of zh.yml and no other; an empty value means untranslated."""
    renderings, path = report.translation.renderings, report.translation.path
    if not path:
        return
    yield from words_known(report.translation, edition, Where(path, report.translation.line))
    wanted = {sentence.id for _, sentence in report.text.sentences()}
    for id in (s.id for _, s in report.text.sentences() if s.id not in renderings):
        yield Problem(path, 1, f"missing: {id}; add '{id}:' (left empty while untranslated)")
    for id, rendering in renderings.items():
        where = Where(path, rendering.line)
        if id not in wanted:
            yield where.problem(f"no such id in zh.yml: {id}; {nearest(id, wanted)}")
        if rendering.with_id and rendering.with_id not in renderings:
            near = nearest(rendering.with_id, wanted)
            yield where.problem(f"joined_to: no such id: {rendering.with_id}; {near}")
        if rendering.status != report.translation.status:
            yield from words_known(rendering, edition, where)


def _figure(figure: Figure, report: Report, edition: Edition) -> Iterator[Problem]:
    printed = figure.printed.zh
    if printed not in figure.quote:
        yield figure.where.problem(f"printed: not in the quote: {printed}; quote it as it stands", "printed")
    elif figure.value not in (values := printed_values(printed)):
        said = ", ".join(map(str, values)) or "no number"
        told = f"value: {figure.value} is not what is printed: {printed} ({said}); correct one"
        yield figure.where.problem(told, "value")
    if figure.indicator:
        yield from known_ids([figure.indicator], edition.indicator, figure.where, "indicator")
        shared = edition.indicator.get(figure.indicator)
        if shared and shared.unit != figure.unit:
            told = f"unit: {figure.unit}, but {shared.id} is in {shared.unit}; use the indicator's"
            yield figure.where.problem(told, "unit")
    yield from _printed_english(figure, report)


def _printed_english(figure: Figure, report: Report) -> Iterator[Problem]:
    span = report.anchors.get(figure.id)
    rendering = report.translation.renderings.get(span.sentence) if span else None
    if rendering and rendering.text and figure.printed.en not in rendering.text:
        told = f"printed: not in the English of {span.sentence if span else ''}: {figure.printed.en}"
        yield figure.where.problem(f"{told}; write it as en.yml has it", "printed")


def _outcome(outcome: Outcome, figures: Collection[str]) -> Iterator[Problem]:
    if outcome.figure:
        yield from known_ids([outcome.figure], figures, outcome.where, "figure")
    if outcome.status == "not_found" and outcome.looked_for is None:
        yield outcome.where.problem("missing: looked_for; say what was looked for", "status")
    if outcome.status != "not_found" and not outcome.sources:
        yield outcome.where.problem("missing: sources; without one the status is not_found", "status")
