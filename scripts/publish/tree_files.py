"""Write a rendered tree to disk, whole or not at all."""

from __future__ import annotations

import filecmp
import json
import os
from collections.abc import Mapping
from pathlib import Path

from scripts.model.edition import LANGUAGES
from scripts.publish.output import SOURCES, replacing
from scripts.render.tree import Tree

ASSETS = Path("overrides/assets")
CSS = {
    "edition.css": (
        "tokens.css",
        "reading.css",
        "theme.css",
        "tools.css",
        "glossary.css",
        "data.css",
        "search.css",
        "cite.css",
        "quote.css",
        "access.css",
        "print.css",
    ),
    "page.css": (
        "tokens.css",
        "reading.css",
        "standalone.css",
        "permanent.css",
        "cite-page.css",
        "print.css",
    ),
}
# The search engine: in a worker, or in a page that is read from a folder.
ENGINE = (
    "fold.js",
    "search-numbers.js",
    "search-stems.js",
    "search-query.js",
    "search-bigrams.js",
    "search-parts.js",
    "search-lookup.js",
    "search-order.js",
    "search-engine.js",
    "search-snippet.js",
    "search-desk.js",
)
JS = {
    "early.js": ("early.js",),
    "edition.js": (
        "fold.js",
        "search-client.js",
        "search-list.js",
        "search-box.js",
        "margin.js",
        "notes.js",
        "quoting.js",
        "paragraph-menu.js",
        "selection.js",
        "reading.js",
        "place.js",
        "highlight.js",
        "hits.js",
        "filter.js",
        "sort.js",
        "language.js",
        "drawer.js",
        "search-return.js",
        "folder.js",
        "cite.js",
        "cite-dialog.js",
        "print.js",
    ),
    "quote.js": (
        "quote-units.js",
        "quote-diff.js",
        "quote-match.js",
        "quote-nearest.js",
        "quote-verdict.js",
        "reading-citation.js",
        "quote-places.js",
        "quote-view.js",
        "quote-page.js",
    ),
    "search-worker.js": (*ENGINE, "search-worker.js"),
    "page.js": ("page.js", "twin.js", "folder.js", "cite-page.js", "print.js"),
}


def bundles(root: Path) -> dict[str, str]:
    """The style sheets and scripts the pages ask for, each made of small modules."""
    files = {}
    for folder, recipes in (("css", CSS), ("js", JS)):
        for name, parts in recipes.items():
            texts = [(root / ASSETS / folder / part).read_text("utf-8") for part in parts]
            files[f"assets/{name}"] = "\n".join(texts)
    files["assets/icon.svg"] = (root / ASSETS / "icon.svg").read_text("utf-8")
    return files


def write_tree(tree: Tree, assets: Mapping[str, str], printed: Mapping[str, bytes], folder: Path) -> None:
    """zh/, en/ (sources for MkDocs), root/ and the frame below `folder`, with nothing left from before.

    A source that is the same as before keeps its time.
    """
    with replacing(folder) as aside:
        for language in LANGUAGES:
            write_files(aside / language, {**tree.languages[language], **_of_theme(assets)})
            _keep_times(aside / language, folder / language)
        write_files(aside / "root", {**tree.root, **_of_root(assets), **printed})
        frame = {"nav": tree.nav, "words": tree.words}
        write_files(aside, {SOURCES: json.dumps(frame, ensure_ascii=False, indent=1)})


def _of_theme(assets: Mapping[str, str]) -> dict[str, str]:
    return {path: text for path, text in assets.items() if "/page." not in path}


def _of_root(assets: Mapping[str, str]) -> dict[str, str]:
    return {path: text for path, text in assets.items() if "/page." in path or path.endswith(".svg")}


def _keep_times(folder: Path, before: Path) -> None:
    for path in folder.rglob("*"):
        last = before / path.relative_to(folder)
        if path.is_file() and last.is_file() and filecmp.cmp(path, last, shallow=False):
            then = last.stat()
            os.utime(path, ns=(then.st_atime_ns, then.st_mtime_ns))


def write_files(folder: Path, files: Mapping[str, str] | Mapping[str, str | bytes]) -> None:
    """Files by path below a folder; texts in UTF-8 with the line ends they have."""
    for path, content in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
