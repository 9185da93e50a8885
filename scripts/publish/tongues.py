"""Chinese words in English passages, named as Chinese for screen readers and fonts (WCAG 2.2, 3.1.2).

Done on finished pages, so that hand-written and generated passages are treated alike."""

from __future__ import annotations

import re
from pathlib import Path

WORDS = r"[\u3400-\u4dbf\u4e00-\u9fff]"
# Words, with what Chinese puts between and around them.
RUN = re.compile(rf"[《（「]?{WORDS}(?:[0-9\u3000-\u303f\uff00-\uff65·]*{WORDS})*[》）」]?")
TOKEN = re.compile(
    r"<!--.*?-->|<(script|style|title|textarea|option|template|svg|code|pre)\b.*?</\1\s*>|<(/?)([a-zA-Z][\w-]*)([^>]*)>",
    re.S | re.I,
)
LANG = re.compile(r"\blang\s*=\s*[\"']?([\w-]+)")
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


def chinese_marked(html: str) -> str:
    """A page with each run of Chinese in an English passage in a span of its own; the text stays as it is."""
    made: list[str] = []
    open_tags: list[tuple[str, str]] = []
    at = 0
    for token in TOKEN.finditer(html):
        made += [_marked(html[at : token.start()], open_tags), token[0]]
        at = token.end()
        if token[3]:
            _follow(open_tags, token[3].lower(), closing=bool(token[2]), given=token[4])
    return "".join([*made, _marked(html[at:], open_tags)])


def _follow(open_tags: list[tuple[str, str]], name: str, *, closing: bool, given: str) -> None:
    """What is open after a tag, each with its language."""
    if closing:
        while open_tags and open_tags.pop()[0] != name:
            pass
    elif name not in VOID and not given.endswith("/"):
        own = LANG.search(given)
        open_tags.append((name, own[1] if own else open_tags[-1][1] if open_tags else ""))


def _marked(text: str, open_tags: list[tuple[str, str]]) -> str:
    if not open_tags or not open_tags[-1][1].startswith("en"):
        return text
    return RUN.sub(lambda run: f'<span lang="zh-Hans">{run[0]}</span>', text)


def name_tongues(site: Path) -> None:
    """Mark the Chinese in all pages of a built site but the Chinese ones."""
    for path in site.rglob("*.html"):
        if path.relative_to(site).parts[0] != "zh":
            path.write_bytes(chinese_marked(path.read_text("utf-8")).encode())
