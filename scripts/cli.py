"""The command line: python -m scripts COMMAND. Problems go to stderr as path:line: message."""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Sequence
from pathlib import Path

from scripts.join.coverage import counted, coverage, missing
from scripts.join.ledger import ledger, unclaimed
from scripts.model.problem import Faulty, Problem, told
from scripts.publish.links import check_links, links, over_the_network
from scripts.publish.release import write_release
from scripts.publish.workshop import normalise_source, open_workshop, render_project, split_report
from scripts.read.release import PATH

ROOT = Path(".")


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; 0 when all is well, 1 when there are problems."""
    _speak()
    args = _parser().parse_args(argv)
    try:
        args.run(args)
    except Faulty as faulty:
        print(*told(faulty), sep="\n", file=sys.stderr)
        count = len(faulty.problems)
        print(f"{count} problem{'s' * (count != 1)}; nothing was written", file=sys.stderr)
        return 1
    except (OSError, RuntimeError) as error:
        print(f"{args.command}: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print(f"{args.command}: stopped", file=sys.stderr)
        return 130
    return 0


def _speak() -> None:
    """Say any character wherever this runs: what a terminal's encoding lacks is shown as \\uXXXX."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m scripts", description=__doc__)
    parser.add_argument("--root", type=Path, default=ROOT, help="the project folder")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    split = commands.add_parser("split", help="source.txt to zh.yml, keeping every id")
    split.add_argument("folder", type=Path, help="the report's folder, such as docs/reports/kaifeng-2020")
    split.add_argument("--dry-run", action="store_true", help="say what would be written, write nothing")
    split.add_argument(
        "--normalise", action="store_true", help="first rewrite source.txt: no BOM, LF line ends"
    )
    split.set_defaults(run=_split)
    check = commands.add_parser("check", help="read everything, report every problem")
    check.set_defaults(run=_check)
    covered = commands.add_parser("coverage", help="what has no entry: quotations, titles, names, numbers")
    covered.set_defaults(run=_coverage)
    generate = commands.add_parser("generate", help="write the pages to a folder, for any builder")
    generate.add_argument("--out", type=Path, default=Path(".build"))
    generate.set_defaults(run=_generate)
    site = commands.add_parser("site", help="build the whole site")
    site.add_argument("--out", type=Path, default=Path("site"))
    site.set_defaults(run=_site)
    release = commands.add_parser("release", help="record the addresses that this release promises")
    release.set_defaults(run=_release)
    linked = commands.add_parser("links", help="ask over the network whether every linked source is there")
    linked.add_argument("--limit", type=float, default=20, help="seconds to wait for an answer (20)")
    linked.add_argument("--pause", type=float, default=1, help="seconds between two links of a host (1)")
    linked.set_defaults(run=_links)
    serve = commands.add_parser("serve", help="build, serve and rebuild on change")
    serve.add_argument("--host", default="127.0.0.1")
    serve.add_argument("--port", type=int, default=8000)
    serve.set_defaults(run=_serve)
    return parser


def _split(args: argparse.Namespace) -> None:
    folder = args.root / args.folder
    if not folder.is_dir():
        raise Faulty((Problem(str(args.folder), 1, "no such folder; make it and put source.txt in it"),))
    told = normalise_source(folder / "source.txt") if args.normalise and not args.dry_run else []
    told += split_report(folder, write=not args.dry_run)
    print("\n".join(told))


def _check(args: argparse.Namespace) -> None:
    edition = open_workshop(args.root).edition
    for report in edition.reports:
        sentences = [s for _, s in report.text.sentences()]
        missing = sum(1 for s in sentences if report.rendering(s) is None)
        print(
            f"{report.id}: {len(report.paragraphs)} paragraphs, {len(sentences)} sentences and headings"
            f" ({missing} untranslated), {len(report.notes)} notes, {len(report.figures)} figures,"
            f" {len(report.outcomes)} outcomes"
        )
    print(f"glossary: {len(edition.terms)} terms; no problems")


def _coverage(args: argparse.Namespace) -> None:
    edition = open_workshop(args.root).edition
    problems: list[Problem] = []
    for report in edition.reports:
        gaps, total = coverage(edition, report), counted(report)
        for kind in ("quoted", "title", "slogan", "name"):
            lacking = [gap for gap in gaps if gap.kind == kind]
            of = f" of {total[kind]}" if kind in total else ""
            print(f"{report.id}: {kind}: {len(lacking)}{of} without an entry")
            for gap in lacking:
                print(f"  {gap.words}  {', '.join(gap.at)}")
        lost = list(unclaimed(report, edition))
        print(f"{report.id}: number: {len(lost)} of {len(ledger(report, edition))} not accounted for")
        if report.card.coverage == "full":
            problems += [*missing(gaps, report), *lost]
        else:
            print(*lost, sep="\n")
    if problems:
        raise Faulty(tuple(problems))


def _generate(args: argparse.Namespace) -> None:
    from scripts.publish.mkdocs_glue import generate, site_address

    generate(args.root, site_address(), args.root / args.out)
    print(f"written to {args.out}")


def _site(args: argparse.Namespace) -> None:
    from scripts.publish.mkdocs_glue import build_site

    build_site(args.root, args.root / args.out)
    print(f"the site is in {args.out}")


def _release(args: argparse.Namespace) -> None:
    shop = open_workshop(args.root)
    count = write_release(args.root, shop.edition, render_project(args.root))
    print(f"{PATH}: {count} addresses")


def _links(args: argparse.Namespace) -> None:
    asked = links(open_workshop(args.root).edition)
    problems: list[Problem] = []
    for answer in check_links(asked, over_the_network(args.limit), args.pause):
        told = [where.problem(str(answer), "url") for where in answer.link.places]
        if not answer.found:
            problems += told
        elif answer.moved:
            print(*told, sep="\n", flush=True)
    print(f"{len(asked)} addresses asked for")
    if problems:
        raise Faulty(tuple(problems))


def _serve(args: argparse.Namespace) -> None:
    from scripts.publish.mkdocs_glue import serve_site

    serve_site(args.root, args.root / "site", args.host, args.port)
