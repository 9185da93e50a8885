"""Ask every linked page whether it is still there. A maintainer's errand: no build waits for it.

Polite: one request at a time, a pause between two of one host, HEAD before GET (RFC 9110, 9.3.2).
"""

from __future__ import annotations

import http.client
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from urllib.parse import SplitResult, quote, urlsplit

from scripts.export.sources import citings
from scripts.model.edition import Edition
from scripts.model.problem import Where

AGENT = "link check of an annotated edition (a person started it)"
# What a web address may hold as it is; anything else is written as %XX (RFC 3986, 2.2 and 2.3).
PLAIN = "%/:=&?~#+!$,;'@()*[]"
Ask = Callable[[str, str], tuple[int, str]]


@dataclass(frozen=True, slots=True)
class Link:
    """An address of the sources, and where each entry has it."""

    url: str
    places: tuple[Where, ...]

    @property
    def host(self) -> str:
        return urlsplit(self.url).netloc.lower()


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of a link. `status` is of HTTP, 0 where none came; `moved` where it leads now."""

    link: Link
    status: int
    moved: str = ""
    fault: str = ""

    @property
    def found(self) -> bool:
        return 200 <= self.status < 300 and not self.fault

    def __str__(self) -> str:
        """What to tell of a link that is lost or has moved."""
        if not self.found:
            why = self.fault or f"{self.status} {http.client.responses.get(self.status, '')}".strip()
            return f"url: {why}: {self.link.url}; find where it moved, or leave the url out"
        return f"url: moved: {self.link.url}; it is now {self.moved}"


def links(edition: Edition) -> tuple[Link, ...]:
    """Each address once, host by host, with all places that have it."""
    places: dict[str, list[Where]] = {}
    for citing in citings(edition):
        if citing.source.url:
            places.setdefault(citing.source.url, []).append(citing.source.where)
    made = (Link(url, tuple(where)) for url, where in places.items())
    return tuple(sorted(made, key=lambda link: (link.host, link.url)))


def check_links(
    asked: Iterable[Link], ask: Ask, pause: float, sleep: Callable[[float], None] = time.sleep
) -> Iterator[Answer]:
    """Ask for each link in turn; `pause` is in seconds, between two links of one host."""
    for _, of_host in groupby(asked, key=lambda link: link.host):
        for number, link in enumerate(of_host):
            if number:
                sleep(pause)
            yield _answer(link, ask)


def _answer(link: Link, ask: Ask) -> Answer:
    """HEAD first; a server that refuses it is asked with GET, and that answer counts."""
    answer = Answer(link, 0)
    for method in ("HEAD", "GET"):
        try:
            status, where = ask(method, link.url)
        except (OSError, http.client.HTTPException, ValueError) as error:
            answer = Answer(link, 0, fault=f"no answer ({error})")
            continue
        answer = Answer(link, status, "" if where == link.url else where, _lost(link.url, where))
        if answer.found:
            break
    return answer


def _lost(url: str, where: str) -> str:
    """A site that shows its front page instead of the page asked for has lost it."""
    before, after = urlsplit(url), urlsplit(where)
    return f"only the front page is left ({where})" if _front(after) and not _front(before) else ""


def _front(parts: SplitResult) -> bool:
    return parts.path in ("", "/") and not parts.query


def over_the_network(limit: float) -> Ask:
    """Ask by HTTP; `limit` in seconds. Redirects are followed: the second value is where they end."""

    def ask(method: str, url: str) -> tuple[int, str]:
        plain = quote(url, safe=PLAIN)
        request = urllib.request.Request(plain, method=method, headers={"User-Agent": AGENT, "Accept": "*/*"})
        try:
            with urllib.request.urlopen(request, timeout=limit) as response:
                status, where = response.status, response.url
        except urllib.error.HTTPError as error:
            status, where = error.code, error.url
            error.close()
        return status, url if where == plain else where

    return ask
