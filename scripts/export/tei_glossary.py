"""The glossary as TEI has it: names in lists of persons, places and bodies, other terms as glosses."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement

from scripts.export.tei_elements import PINYIN, add, add_date, add_prose, add_source
from scripts.model.annotation import Source, Term
from scripts.model.edition import Edition, Report

# Categories whose terms are names: the list, the entry and the name they have in TEI.
NAMED = {
    "person": ("listPerson", "person", "persName"),
    "place": ("listPlace", "place", "placeName"),
    "institution": ("listOrg", "org", "orgName"),
    "enterprise": ("listOrg", "org", "orgName"),
}


def add_glossary(root: Element, terms: list[Term]) -> None:
    """Persons, places and bodies in lists of their own; all other terms in a list of glosses."""
    lists: dict[str, Element] = {}
    known = {term.id for term in terms}
    for term in terms:
        around, entry, name = NAMED.get(term.category, ("list", "item", "term"))
        if around not in lists:
            given = {"type": "gloss"} if around == "list" else {}
            lists[around] = SubElement(root, around, given)
        home = lists[around]
        if around == "list":
            add(home, "label", term.zh, "zh", f"t-{term.id}")
        id = "" if around == "list" else f"t-{term.id}"
        _entry(add(home, entry, id=id, ana=_classes(term)), name, term, known)


def _classes(term: Term) -> str:
    given = (("categories", term.category), ("scopes", term.scope), ("statuses", term.status),
             ("renderings", term.rendering), ("reviews", term.review))  # fmt: skip
    return " ".join(f"#{name}-{word}" for name, word in given)


def _entry(entry: Element, name: str, term: Term, known: set[str]) -> None:
    add(entry, name, term.zh, "zh")
    add(entry, name, term.pinyin, PINYIN)
    add(entry, name, term.en, "en")
    for language, forms in (("zh", term.zh_variants), ("en", term.en_variants)):
        for form in forms:
            add(entry, name, form, language, type="variant")
    add_prose(entry, "note", term.gloss, type="gloss")
    add_prose(entry, "note", term.explanation, type="explanation")
    for language in ("zh", "en") if term.items else ():
        items = SubElement(add(entry, "note", lang=language, type="items"), "list")
        for item in term.items:
            add(items, "item", item.of(language))
    if term.first_use:
        for language in ("zh", "en"):
            first = add(entry, "note", lang=language, type="first-use")
            date = add_date(first, term.first_use.date)
            date.tail = f" {term.first_use.of(language)}"
    add_prose(entry, "note", term.looked_for, type="looked-for")
    add_sources(entry, term.sources)
    related = " ".join(f"#t-{id}" for id in term.related if id in known)
    if related:
        add(entry, "ptr", type="related", target=related)


def add_sources(entry: Element, sources: Iterable[Source]) -> None:
    """Each source as a citation of its own."""
    for source in sources:
        add_source(entry, source)


def add_indicators(root: Element, report: Report, edition: Edition) -> None:
    """The indicators of the report's figures, with their definitions."""
    wanted = {figure.indicator for figure in report.figures}
    used = [i for i in edition.indicators if i.id in wanted]
    if not used:
        return
    listed = SubElement(root, "list", type="gloss")
    for indicator in used:
        add(listed, "label", indicator.name.zh, "zh", f"i-{indicator.id}")
        item = SubElement(listed, "item", ana=f"#units-{indicator.unit}")
        add(item, "term", indicator.name.en, "en")
        add_prose(item, "note", indicator.definition, type="gloss")
        add_sources(item, indicator.sources)
