"""A Content-Security-Policy for each page, as a <meta>: nothing runs or loads but what is the site's own.

Scripts that stand in a page are named by the hash of their text (CSP Level 3, 'sha256-…').
"""

from __future__ import annotations

import base64
import re
from hashlib import sha256
from pathlib import Path

SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script>", re.S | re.I)
# From the first <article> to the last </article>: what stands there came from texts. (Pages that do not
# go through the theme have a <main> only, and no script of their own in it.)
MATTER = re.compile(r"<article\b.*</article\s*>|<main class=\"permanent\".*</main\s*>", re.S | re.I)
# Data, which no browser runs and so no policy asks for.
DATA = re.compile(r"\btype\s*=\s*[\"']?application/(?:ld\+)?json", re.I)
HEAD = re.compile(r"<head[^>]*>\s*(?:<meta\s+charset=[^>]*>)?", re.I)
RULES = (
    "default-src 'none'", "script-src 'self'{}", "style-src 'self'", "img-src 'self' data:",
    "connect-src 'self'", "worker-src 'self'", "manifest-src 'self'", "base-uri 'none'", "form-action 'self'",
)  # fmt: skip


def policy(html: str) -> str:
    """The policy that lets a page do what it does, and no more.

    A script in the page's matter is none of the theme's, and is not let run.
    """
    frame = MATTER.sub("", html)
    hashes = {f" 'sha256-{_digest(text)}'" for given, text in SCRIPT.findall(frame) if _runs(given)}
    return "; ".join(RULES).format("".join(sorted(hashes)))


def _runs(given: str) -> bool:
    return not re.search(r"\bsrc\s*=", given) and not DATA.search(given)


def _digest(text: str) -> str:
    return base64.b64encode(sha256(text.encode()).digest()).decode()


def with_policy(html: str) -> str:
    """The page with its policy first in its head, before anything that could run."""
    meta = f'\n<meta http-equiv="Content-Security-Policy" content="{policy(html)}">'
    return HEAD.sub(lambda found: found.group() + meta, html, count=1)


def seal(site: Path) -> None:
    """Give every page of a built site its policy."""
    for path in site.rglob("*.html"):
        path.write_bytes(with_policy(path.read_text("utf-8")).encode())
