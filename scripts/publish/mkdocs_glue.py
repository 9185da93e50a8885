"""The only module that knows MkDocs: builds both languages, and is the hook for `mkdocs serve`."""

from __future__ import annotations

import json
import os
import shutil
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
if str(ROOT) not in sys.path:  # MkDocs loads hooks by path, outside the package
    sys.path.insert(0, str(ROOT))

from click import ClickException  # noqa: E402
from jinja2 import TemplateError  # noqa: E402
from mkdocs.commands.build import build  # noqa: E402
from mkdocs.config import load_config  # noqa: E402
from mkdocs.exceptions import PluginError  # noqa: E402
from mkdocs.livereload import LiveReloadServer  # noqa: E402

from scripts.model.problem import Faulty, Problem, told  # noqa: E402
from scripts.publish.again import Built, built, shared_digest, usable  # noqa: E402
from scripts.publish.lock import alone  # noqa: E402
from scripts.publish.mkdocs_log import warned, warnings  # noqa: E402
from scripts.publish.output import SITE, SOURCES, claim, replacing, restore  # noqa: E402
from scripts.publish.policy import seal  # noqa: E402
from scripts.publish.press import print_sheets  # noqa: E402
from scripts.publish.release import unreachable  # noqa: E402
from scripts.publish.tongues import name_tongues  # noqa: E402
from scripts.publish.tree_files import bundles, write_tree  # noqa: E402
from scripts.publish.workshop import render_project  # noqa: E402
from scripts.render.template_fault import template_fault  # noqa: E402

CONFIGS = {"zh": "mkdocs.yml", "en": "mkdocs.en.yml"}
UNBUNDLED = ("assets/css", "assets/js", "interface", "fonts", "pages")
WATCHED = ("annotations", "docs", "overrides", "scripts", "CITATION.cff", *CONFIGS.values())


def generate(root: Path, address: str, folder: Path, *, draft: bool = False) -> None:
    """Render the project into `folder`, once no other build runs. Raises Faulty; then it is as it was.

    A draft is for reading while one writes: its books may be the last printing's.
    """
    with alone(root):
        _generate(root, address, claim(root, folder, SOURCES), draft)


def _generate(root: Path, address: str, folder: Path, draft: bool) -> None:
    tree = render_project(root, address)
    # What MkDocs dates, it dates by the release: builds of one state are the same to the byte.
    os.environ.setdefault("SOURCE_DATE_EPOCH", str(tree.epoch))
    write_tree(tree, bundles(root), print_sheets(root, tree.sheets, draft=draft), folder)


def site_address() -> str:
    """SITE_URL with a closing slash, or an empty string where it is not known."""
    url = os.environ.get("SITE_URL", "").strip()
    return f"{url.rstrip('/')}/" if url else ""


def build_site(root: Path, site: Path, *, strict: bool = True, last: Built | None = None) -> Built | None:
    """The whole site, built aside and then swapped in, so the last good one stays till then.

    Pages that stay the same are taken from the site of the `last` build. Returns the record of this
    one, or None where something was warned of, which the next build is to say again.
    Raises Faulty for problems in the project's files, RuntimeError when MkDocs gives up.
    """
    root, address = root.resolve(), site_address()
    site, work = claim(root, site, SITE), root / ".build"
    with alone(root):
        restore(site)  # before anything that may stop the build
        _generate(root, address, work, draft=not strict)
        shared = shared_digest(root, work, tuple(CONFIGS.values()), address)
        again = usable(last, site, shared)
        with replacing(site) as aside:
            shutil.copytree(work / "root", aside, dirs_exist_ok=True)
            warned_of = 0
            for language in CONFIGS:
                if again:
                    shutil.copytree(site / language, aside / language)
                warned_of += _build_language(root, language, work, aside / language, address, strict, again)
            name_tongues(aside)
            if strict:  # while one writes, MkDocs puts a script into each page that reloads it
                seal(aside)
            if lost := unreachable(root, aside):
                raise Faulty(tuple(lost))
        return None if warned_of else built(site, shared)


def _build_language(
    root: Path, language: str, work: Path, target: Path, address: str, strict: bool, again: bool = False
) -> int:
    """One language's pages, or again those whose sources are newer. Returns how many warnings there were."""
    nav, words = _frame(work, language)
    with warnings() as met:
        try:
            config = load_config(
                str(root / CONFIGS[language]),
                docs_dir=str(work / language),
                site_dir=str(target),
                site_url=f"{address}{language}/" if address else "",
                nav=nav,
                hooks=[],
                strict=strict,
            )
            config.extra["words"] = words
            build(config, dirty=again)
        except TemplateError as error:
            raise Faulty((template_fault(error, root),)) from error
        except (ClickException, SystemExit) as error:
            if met:
                raise Faulty(_warned(met, root, language)) from error
            raise RuntimeError(f"{CONFIGS[language]}: MkDocs stopped: {error}") from error
    print(*_warned(met, root, language), sep="\n", end="\n" if met else "", file=sys.stderr)
    for part in UNBUNDLED:  # MkDocs copies all of overrides/; these are bundled already
        (shutil.rmtree if (target / part).is_dir() else os.remove)(target / part)
    return len(met)


def _warned(met: list[str], root: Path, language: str) -> tuple[Problem, ...]:
    return tuple(warned(warning, root, language, CONFIGS[language]) for warning in met)


def _frame(work: Path, language: str) -> tuple[Any, dict[str, str]]:
    """One language's navigation and its words of the interface."""
    frame = json.loads((work / SOURCES).read_text("utf-8"))
    return frame["nav"][language], frame["words"][language]


def serve_site(root: Path, site: Path, host: str, port: int) -> None:
    """Build, serve and watch: a changed file rebuilds the site and reloads the page.

    Whatever goes wrong is printed and the last good site stays up.
    """
    last = build_site(root, site, strict=False)

    def rebuild() -> None:
        nonlocal last
        try:
            last = build_site(root, site, strict=False, last=last)
        except (Faulty, OSError, RuntimeError) as fault:
            print(*told(fault), sep="\n", file=sys.stderr, flush=True)

    server = LiveReloadServer(builder=rebuild, host=host, port=port, root=str(site), mount_path="/")
    for name in WATCHED:
        if (root / name).exists():
            server.watch(str(root / name))
    print(f"The edition is at {server.url}", flush=True)
    try:
        server.serve()  # type: ignore[no-untyped-call]
    except KeyboardInterrupt:
        server.shutdown()


def on_config(config: Any) -> Any:
    """Hook: generate before a plain `mkdocs build` or `mkdocs serve`, and set its navigation.

    MkDocs asks for its source folder before any hook: on a fresh copy run `scripts generate` once.
    """
    language = config["extra"]["this_language"]["folder"]
    work = ROOT / ".build"
    try:
        generate(ROOT, site_address(), work, draft=True)
    except Faulty as faulty:
        raise PluginError("\n".join(told(faulty))) from faulty
    config["nav"], config["extra"]["words"] = _frame(work, language)
    return config


def on_serve(server: LiveReloadServer, config: Any, **_: object) -> LiveReloadServer:
    """Hook: `mkdocs serve` follows the edition's own files, not the generated ones."""
    server.unwatch(config["docs_dir"])
    for name in WATCHED:
        server.watch(str(ROOT / name))
    return server
