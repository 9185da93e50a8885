"""The static text service: every link from the entry is followed through the files of a built site."""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from scripts.export.dts import ENTRY, dts_responses, entry_point
from scripts.export.dts_documents import dts_documents
from scripts.export.tei_text import tei_id
from scripts.model.annotation import Bilingual
from scripts.model.edition import Edition, Report
from scripts.model.report import Translation

Json = dict[str, Any]
Fetch = Callable[[str], str]
CONTEXT = "https://dtsapi.org/context/v1.0.json"
WRAPPER = "{https://w3id.org/api/dts#}wrapper"
ID = "{http://www.w3.org/XML/1998/namespace}id"
NAMES = Bilingual("报告", "Reports")


def expand(template: str, **values: str) -> str:
    """RFC 6570, of which only the path form {/a,b} is used."""

    def path(found: re.Match[str]) -> str:
        return "".join(f"/{values[name]}" for name in found[1].split(",") if values.get(name))

    return re.sub(r"\{/([^}]+)\}", path, template)


def resolved(reference: str, at: str) -> str:
    """A reference that stands in the response `at`, as a path of the site."""
    folder = at.split("/")[:-1]
    for part in reference.split("/"):
        folder = folder[:-1] if part == ".." else [*folder, part]
    return "/".join(folder)


@pytest.fixture(params=["relative", "absolute"])
def fetch(
    request: pytest.FixtureRequest, served: tuple[Path, str], edition: Edition
) -> tuple[Fetch, Callable[[str, str], str]]:
    """Files by path, and how a reference in one of them becomes a path: with the site's address known, and not."""
    if request.param == "absolute":
        folder, address = served
        read = {f.relative_to(folder).as_posix(): f for f in (folder / "dts").rglob("*.*")}
        return (lambda path: read[path].read_text("utf-8")), (
            lambda reference, at: _below(reference, address)
        )
    files = {ENTRY: entry_point(), **dict(dts_responses(edition, NAMES)), **dict(dts_documents(edition))}
    return files.__getitem__, resolved


def _below(reference: str, address: str) -> str:
    assert reference.startswith(address)
    return reference.removeprefix(address)


def response(text: str) -> Json:
    body: Json = json.loads(text)
    assert body["@context"] == CONTEXT and body["dtsVersion"] == "1.0"
    return body


def test_every_link_from_the_entry(fetch: tuple[Fetch, Callable[[str, str], str]], edition: Edition) -> None:
    """Down the collections to both texts, through their trees, to the TEI of every unit."""
    get, follow = fetch
    entry = response(get(ENTRY))
    assert entry["@type"] == "EntryPoint"
    at = follow(expand(entry["collection"]), ENTRY)
    texts = list(_texts(get, follow, at))
    assert [t["@id"] for _, t in texts] == [
        f"{r.id}-{language}" for r in edition.reports for language in ("zh", "en")
    ]
    for at, text in texts:
        report, language = edition.report[text["@id"].rsplit("-", 1)[0]], text["@id"].rsplit("-", 1)[1]
        assert text["download"] and follow(text["download"], at) == f"{report.id}/{report.id}.tei.xml"
        _navigate(get, follow, at, text, report)
        _read(get, follow, at, text, report, language)


def _texts(get: Fetch, follow: Callable[[str, str], str], at: str) -> Iterator[tuple[str, Json]]:
    """All texts below a collection; each member's own answer says the same of it, and names its parents."""
    body = response(get(at))
    if body["@type"] == "Resource":
        yield at, body
        return
    assert len(body["member"]) == body["totalChildren"]
    for member in body["member"]:
        own = follow(expand(member["collection"]), at)
        assert response(get(own))["title"] == member["title"]
        parents = response(get(follow(expand(member["collection"], nav="parents"), at)))
        assert [p["@id"] for p in parents["member"]] == [body["@id"]]
        assert len(parents["member"]) == member["totalParents"]
        children = response(get(follow(expand(member["collection"], nav="children"), at)))
        assert len(children["member"]) == member["totalChildren"]
        yield from _texts(get, follow, own)


def _navigate(get: Fetch, follow: Callable[[str, str], str], at: str, text: Json, report: Report) -> None:
    def call(**values: str) -> Json:
        path = follow(expand(text["navigation"], **values), at)
        body = response(get(path))
        assert body["@type"] == "Navigation" and follow(body["@id"], path) == path
        assert body["resource"]["@id"] == text["@id"]
        assert body["resource"]["citationTrees"] == text["citationTrees"]
        return body

    whole = call(down="-1")["member"]
    live = [s for s in report.text.segments if s.kind != "removed"]
    assert [u["identifier"] for u in whole] == [s.id for s in live]
    assert [u["parent"] or "" for u in whole] == [s.within for s in live]
    top = call(down="1")["member"]
    assert top == [u for u in whole if u["level"] == 1]
    for unit in whole:
        id = unit["identifier"]
        alone = call(ref=id)
        assert alone["ref"] == unit and "member" not in alone
        assert call(ref=id, down="0")["member"] == [u for u in whole if u["parent"] == unit["parent"]]
        children = [u for u in whole if u["parent"] == id]
        assert call(ref=id, down="1")["member"] == [unit, *children]
        below = call(ref=id, down="-1")["member"]
        assert below[0] == unit and {u["parent"] for u in below[1:]} <= {u["identifier"] for u in below}


def _read(
    get: Fetch, follow: Callable[[str, str], str], at: str, text: Json, report: Report, language: str
) -> None:
    """The TEI of every unit is well formed, wrapped, and in the words of zh.yml and en.yml."""
    assert text["mediaTypes"] == ["application/tei+xml"]
    whole = etree.fromstring(get(follow(expand(text["document"]), at)).encode())
    assert not list(whole.iter(WRAPPER))
    told: list[str] = []
    for segment in (s for s in report.text.segments if s.kind != "removed"):
        document = etree.fromstring(get(follow(expand(text["document"], ref=segment.id), at)).encode())
        assert document.tag == "{http://www.tei-c.org/ns/1.0}TEI"
        (wrapper,) = document.iter(WRAPPER)
        found = {e.get(ID): "".join(e.itertext()) for e in wrapper.iter("{*}p", "{*}head")}
        assert found[tei_id(segment.id, language)] == report.said(segment, language)
        if not segment.within:
            told += found
        if not segment.heading:
            assert len(found) == 1
    assert told == [tei_id(s.id, language) for s in report.text.segments if s.kind != "removed"]


def test_nothing_leads_nowhere_and_nothing_is_left_over(edition: Edition) -> None:
    """The files are those that the templates and the calls of the specification name, no more."""
    paths = [path for path, _ in dts_responses(edition, NAMES)] + [path for path, _ in dts_documents(edition)]
    assert len(paths) == len(set(paths))
    form = re.compile(
        r"dts/(collection(/[\w-]+)?(/children|/parents)?\.json"
        r"|navigation/[\w-]+/down(/-1|/[0-3])?/ref(/[\w-]+)?\.json|document/[\w-]+/ref(/[\w-]+)?\.xml)"
    )
    assert [p for p in paths if not form.fullmatch(p)] == []
    assert not any(p.endswith(("/down/ref.json", "/down/0/ref.json")) for p in paths), (
        "the specification's errors 400"
    )


def test_an_untranslated_report_is_one_text(edition: Edition) -> None:
    report = dataclasses.replace(edition.reports[0], translation=Translation())
    bare = dataclasses.replace(edition, reports=(report,))
    work = response(dict(dts_responses(bare, NAMES))["dts/collection/kaifeng-2020.json"])
    assert [m["@id"] for m in work["member"]] == ["kaifeng-2020-zh"]
    assert not any("-en/" in path for path, _ in dts_documents(bare))


def test_cite_structure_is_the_tree(edition: Edition) -> None:
    text = response(dict(dts_responses(edition, NAMES))["dts/collection/kaifeng-2020-zh.json"])
    (tree,) = text["citationTrees"]
    kinds = {
        s["citeType"]: [i["citeType"] for i in s.get("citeStructure", [])] for s in tree["citeStructure"]
    }
    assert kinds == {"title": [], "paragraph": [], "part": ["paragraph", "section"]}
    assert "identifier" not in tree, "a single tree has none"
