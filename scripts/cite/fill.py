"""Fill forms: citations, records and quotations of one place. assets/js/cite.js does the same."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape
from typing import Any

from scripts.cite.dates import TOKEN, parts_of, written
from scripts.cite.place import Place, place_id, place_path
from scripts.cite.values import BIBLATEX

Data = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Citation:
    """A place in one style. `in_text` is what APA and MLA put in the text, else empty."""

    id: str
    label: str
    text: str
    html: str
    in_text: str


def filled(template: str, values: Mapping[str, str]) -> str:
    """A template with its tokens' values, each looked up once; an unknown token stays."""
    return TOKEN.sub(lambda found: values.get(found[1], found[0]), template)


def kind_of(place: Place) -> str:
    """The form a place takes: a figure whose paragraph has a number names it."""
    return "figure_in" if place.kind == "figure" and place.number else place.kind


def values_of(data: Data, place: Place, language: str, date: str) -> dict[str, str]:
    """All tokens of one place: the data's words, the place's own, and the date of access."""
    known: dict[str, str] = dict(data["values"][language])
    what = f"{place.title} [{place.original}]" if place.original else place.title
    report = known.get("report", "")
    own = {
        "number": place.number,
        "sentence": place.sentence,
        "what": what,
        "what_bib": what.translate(BIBLATEX),
        "url": address_of(data["address"], place, place_path(place, report, language)),
        "key": _key(place, report),
    }
    accessed = {f"accessed{suffix}": written(date, *form) for suffix, form in data["dates"].items()}
    return known | own | accessed


def address_of(address: str, place: Place, path: str) -> str:
    """The permanent address: below the site's; where that is not known, what the place brings."""
    return address + path if address else place.url or path


def _key(place: Place, report: str) -> str:
    """A name of the record, of letters that every program takes."""
    above = {"term": "glossary", "edition": "edition"}.get(place.kind, report)
    return "-".join(part for part in (above, place_id(place)) if part)


def citations(data: Data, place: Place, language: str, date: str) -> list[Citation]:
    """The place in every style that has a form for it. `date` is the day of access, ISO 8601."""
    values, kind = values_of(data, place, language, date), kind_of(place)
    found = []
    for style in data["styles"]:
        form = data["forms"][style["id"]][language]
        if kind in form["entry"]:
            runs = [filled(run, values) for run in form["entry"][kind].split("*")]
            in_text = filled(form["in_text"].get(kind, ""), values)
            found.append(Citation(style["id"], style["label"], "".join(runs), _html(runs), in_text))
    return found


def _html(runs: Iterable[str]) -> str:
    return "".join(f"<i>{escape(r)}</i>" if i % 2 else escape(r) for i, r in enumerate(runs))


def record(data: Data, place: Place, language: str, date: str, format: str) -> str:
    """A record for a reference manager: format is bibtex, ris or csl-json."""
    values, kind = values_of(data, place, language, date), place.kind
    form = data["records"][format][language][kind]
    if format != "csl-json":
        return filled(form, values)
    whole = _filled_tree(form, values) | {"accessed": {"date-parts": parts_of(date)}}
    return json.dumps([whole], ensure_ascii=False, indent=1) + "\n"


def _filled_tree(tree: Any, values: Mapping[str, str]) -> Any:
    if isinstance(tree, str):
        return filled(tree, values)
    if isinstance(tree, Mapping):
        return {key: _filled_tree(branch, values) for key, branch in tree.items()}
    return [_filled_tree(branch, values) for branch in tree] if isinstance(tree, list) else tree


def quotation(data: Data, place: Place, language: str, words: str, date: str) -> str:
    """Words in the quotation marks of the language, then where they stand. Marks inside become single."""
    values = values_of(data, place, language, date)
    values["words"] = words.strip().translate(str.maketrans("“”", "‘’"))
    return filled(data["quotation"][language][kind_of(place)], values)
