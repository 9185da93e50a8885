"""Sources can be found again: each is named, the list has them all, and their links are asked for."""

from __future__ import annotations

import csv
import io
import re
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.cli import main
from scripts.export.sources import citings, sources_csv
from scripts.model.edition import Edition
from scripts.model.problem import Where
from scripts.publish.links import Link, check_links, links, over_the_network
from tests.test_bad_input import problems
from tests.test_permanence import edited

Served = tuple[Path, str]
SLOGANS = "annotations/glossary/terms/slogan.yml"
VOCABULARY = "annotations/glossary/vocabulary.yml"
HERE = (Where("a.yml", 1),)


def rows(edition: Edition, address: str = "") -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(sources_csv(edition, address).removeprefix("\ufeff"))))


def test_every_source_can_be_found_again(edition: Edition) -> None:
    """A title and a publisher always, a day of access with every address, and its line in its file."""
    cited = [c.source for c in citings(edition)]
    assert len(cited) > 1400
    for source in cited:
        assert source.title.strip() and source.publisher.strip() and source.where.line, source
        assert bool(source.accessed) >= bool(source.url), source
    for file in (Path(__file__).parent.parent / "annotations").rglob("*.yml"):
        lines = file.read_text("utf-8").count("\n  - title:")
        found = sum(s.where.path.endswith(f"/{file.parent.name}/{file.name}") for s in cited)
        assert found >= lines, file


def test_the_list_has_every_source_once(edition: Edition) -> None:
    listed = rows(edition, "https://example.org/r/")
    keys = [tuple(r[k] for k in ("title", "publisher", "date", "number", "url")) for r in listed]
    assert len(keys) == len(set(keys))
    assert set(keys) == {(c.source.title, c.source.publisher, c.source.date, c.source.number, c.source.url)
                         for c in citings(edition)}  # fmt: skip
    by = {entry for r in listed for entry in r["cited_by"].split(" | ")}
    assert by == {c.entry for c in citings(edition)}
    for row in listed:
        for address in row["addresses"].split(" | "):
            only_of_indicators = all(e.startswith("indicator/") for e in row["cited_by"].split(" | "))
            assert address.startswith("https://example.org/r/zh/") or (not address and only_of_indicators), row


def test_every_link_out_of_the_site_is_in_the_list(served: Served, edition: Edition) -> None:
    """The repository aside, which is the project's own."""
    known = {r["url"] for r in rows(edition)} | {""}
    for page in served[0].rglob("*.html"):
        for href in re.findall(r'<a [^>]*href="(https?://[^"]+)"', page.read_text("utf-8")):
            url = href.replace("&amp;", "&")
            assert url in known or url.startswith((served[1], "https://github.com/example/reports")), (page, url)


@pytest.mark.parametrize(
    ("pattern", "new", "told"),
    [
        (r"  - title: [^\n]+", '  - title: ""', "missing: title; every source has one"),
        (r"    date: [^\n]+", "    date: 16 January", "date: not a date: 16 January"),
        (r"    url: [^\n]+", "    url: ftp://www.gov.cn/x", "url: not a web address: ftp://"),
        (r"    url: [^\n]+", "    url: https://www.gov.cn.example/x", "url: not a site this edition links to"),
        (r"    accessed: [^\n]+\n", "", "url: no date of access"),
    ],
)
def test_a_bad_source_is_told_at_its_line(project: Path, pattern: str, new: str, told: str) -> None:
    """At the line of the value; where a day of access is missing, at that of the address."""
    before = (project / SLOGANS).read_text("utf-8")
    at = re.search(pattern, before)
    assert at
    edited(project, SLOGANS, pattern, new)
    (problem,) = [p for p in problems(project) if told in p]
    line = before[: at.start()].count("\n") + (1 if new else 0)
    assert problem.startswith(f"{SLOGANS}:{line}: ")


class Pages(BaseHTTPRequestHandler):
    """A site with one page of each kind; `asked` is what was asked for, in order."""

    asked: list[tuple[str, str]]

    def do_HEAD(self) -> None:
        self._answer()

    def do_GET(self) -> None:
        self._answer()

    def _answer(self) -> None:
        self.asked.append((self.command, self.path))
        status, to = {
            "/gone": (404, ""), "/moved": (301, "/new"), "/lost": (302, "/"), "/new": (200, ""), "/": (200, ""),
            "/loop": (302, "/loop"), "/no-head": (405 if self.command == "HEAD" else 200, ""),
            "/%E6%9D%A1": (200, ""),
        }[self.path]  # fmt: skip
        self.send_response(status)
        if to:
            self.send_header("Location", to)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def site() -> Iterator[tuple[str, list[tuple[str, str]]]]:
    Pages.asked = []
    server = ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", Pages.asked
    server.shutdown()
    server.server_close()


def answers(*urls: str) -> list[str]:
    asked = check_links([Link(url, HERE) for url in urls], over_the_network(20), 0)
    return [str(a) if not a.found else a.moved or "found" for a in asked]


def test_what_became_of_a_link(site: tuple[str, list[tuple[str, str]]]) -> None:
    base, _ = site
    assert answers(f"{base}/new", f"{base}/no-head", f"{base}/条") == ["found"] * 3
    assert answers(f"{base}/moved") == [f"{base}/new"]
    gone, lost, loop = answers(f"{base}/gone", f"{base}/lost", f"{base}/loop")
    assert gone == f"url: 404 Not Found: {base}/gone; find where it moved, or leave the url out"
    assert f"only the front page is left ({base}/)" in lost
    assert loop.startswith("url: 302 Found: ")


def test_a_host_that_is_not_there(site: tuple[str, list[tuple[str, str]]]) -> None:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    port = server.server_port
    server.server_close()
    (told,) = answers(f"http://127.0.0.1:{port}/x")
    assert told.startswith("url: no answer (") and f"http://127.0.0.1:{port}/x" in told


def test_get_is_asked_only_where_head_fails(site: tuple[str, list[tuple[str, str]]]) -> None:
    base, asked = site
    answers(f"{base}/new", f"{base}/no-head")
    assert asked == [("HEAD", "/new"), ("HEAD", "/no-head"), ("GET", "/no-head")]


@given(st.lists(st.sampled_from(["a", "b", "c"]), max_size=12))
def test_a_pause_between_any_two_links_of_a_host(hosts: list[str]) -> None:
    """One request at a time, and as many pauses as a host has links after its first."""
    done: list[str] = []
    order = sorted((Link(f"http://{h}.example/{n}", HERE) for n, h in enumerate(hosts)),
                   key=lambda link: link.host)  # fmt: skip

    def ask(method: str, url: str) -> tuple[int, str]:
        done.append(url)
        return 200, url

    found = list(check_links(order, ask, 1.5, lambda seconds: done.append(f"pause {seconds}")))
    assert [a.link for a in found] == order
    assert done.count("pause 1.5") == len(hosts) - len(set(hosts))
    for before, after in pairwise(done):
        if before.startswith("http") and after.startswith("http"):
            assert before.split("/")[2] != after.split("/")[2]


def test_links_stand_host_by_host_with_their_places(edition: Edition) -> None:
    found = links(edition)
    assert [link.host for link in found] == sorted(link.host for link in found)
    assert len({link.url for link in found}) == len(found) > 200
    root = Path(__file__).parent.parent
    for link in found:
        for where in link.places:
            line = (root / where.path).read_text("utf-8").splitlines()[where.lines["url"] - 1]
            assert link.url in line


def test_the_command_tells_file_and_line(
    project: Path, site: tuple[str, list[tuple[str, str]]], capsys: pytest.CaptureFixture[str]
) -> None:
    base, _ = site
    for file in (project / "annotations").rglob("*.yml"):
        text = re.sub(r"\burl: \S+", f"url: {base}/new", file.read_text("utf-8"))
        file.write_text(text, "utf-8")
    card = project / "docs/reports/kaifeng-2020/report.yml"
    card.write_text(re.sub(r"\burl: \S+", f"url: {base}/new", card.read_text("utf-8")), "utf-8")
    edited(project, VOCABULARY, r"^link_hosts:\n( *)- ", r"link_hosts:\n\1- 127.0.0.1\n\1- ")
    run = ["--root", str(project), "links", "--pause", "0"]
    assert main(run) == 0
    assert capsys.readouterr().out.endswith("1 addresses asked for\n")
    text = (project / SLOGANS).read_text("utf-8")
    where = text[: text.index(f"{base}/new")].count("\n") + 1
    (project / SLOGANS).write_text(text.replace("/new", "/moved", 1).replace("/new", "/gone", 1), "utf-8")
    second = text.index(f"{base}/new", text.index(f"{base}/new") + 1)
    assert main(run) == 1
    out, err = capsys.readouterr()
    assert f"{SLOGANS}:{where}: url: moved: {base}/moved; it is now {base}/new" in out
    assert f"{SLOGANS}:{text[:second].count(chr(10)) + 1}: url: 404 Not Found: {base}/gone" in err
