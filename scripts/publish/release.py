"""The record of a release, and whether the addresses it promised are in a built site."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from scripts.join.permanence import promises
from scripts.model.edition import LANGUAGES, Edition
from scripts.model.problem import Problem
from scripts.model.release import Recorded
from scripts.read.release import PATH, read_release, release_text
from scripts.render.tree import Tree

ID = re.compile(r"""\sid=(?:"([^"]+)"|([^\s>"']+))""")


def write_release(root: Path, edition: Edition, tree: Tree) -> int:
    """Record the edition as released; what earlier releases promised stays promised. Returns how many."""
    last, _ = read_release(root)
    made = {(p.kind, p.id): p for p in (*promises(edition), *_pages(tree))}
    kept = [p for p in last if (p.kind, p.id) not in made]
    version = edition.imprint.version if edition.imprint else ""
    aside = root / f"{PATH}.new"
    aside.write_text(release_text(version, [*made.values(), *kept]), "utf-8", newline="\n")
    aside.replace(root / PATH)
    return len(made) + len(kept)


def _pages(tree: Tree) -> Iterator[Recorded]:
    for language in LANGUAGES:
        for path in sorted(tree.languages[language]):
            if path.endswith(".md"):
                address = f"{language}/{path.removesuffix('.md').removesuffix('index')}"
                address = address if address.endswith("/") else f"{address}/"
                yield Recorded("page", address, address, "")


def unreachable(root: Path, site: Path) -> list[Problem]:
    """A problem for each promised address that the built site does not have."""
    last, _ = read_release(root)
    ids: dict[Path, frozenset[str]] = {}
    return list(_unreachable(last, site, ids))


def _unreachable(last: Iterable[Recorded], site: Path, ids: dict[Path, frozenset[str]]) -> Iterator[Problem]:
    for promise in last:
        where, _, anchor = promise.address.partition("#")
        page = site / where / "index.html"
        if page not in ids and page.is_file():
            found = ID.findall(page.read_text("utf-8"))
            ids[page] = frozenset(a or b for a, b in found)
        if page not in ids or (anchor and anchor not in ids[page]):
            told = f"a published address leads nowhere: {promise.address}; keep its page and its anchor"
            yield Problem(PATH, promise.line, told)
