"""What single values must be like: ids, dates, addresses, and texts that are nothing but text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from urllib.parse import urlsplit

from scripts.join.markup import unsafe_markup

ID = re.compile(r"[a-z0-9][a-z0-9-]*|[a-z][a-z0-9_]*")
LONGEST_ID = 80
# Anchors and files that the pages have of their own. No id may be one of them.
RESERVED = frozenset((
    "a-z", "account", "changes", "checks", "cite-dialog", "cite-heading", "decoded", "downloads", "figures",
    "full", "glosses", "glossary", "how", "index", "keys-title", "names", "not-data", "notes", "numbers",
    "outcomes", "search", "targets", "title", "year",
))  # fmt: skip
# Folders and files of the site's root. No report may be one of them.
TAKEN = frozenset(("assets", "dts", "edition", "en", "glossary", "permanent", "robots", "sitemap", "zh"))
# Names that Windows keeps for devices: a site must be able to be copied there.
DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)")
SEGMENT = re.compile(r"title|[ph][0-9]+[a-z]*(-[0-9]+[a-z]*)*")
SENTENCE = re.compile(rf"({SEGMENT.pattern})(-s[0-9]+[a-z]*)?")
ISO = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?")
ADDRESS = re.compile(r"https?://[a-z0-9.-]+(:[0-9]{1,5})?([/?#][^\s<>\"'`\\^{|}]*)?", re.I)
# What a spreadsheet takes for a formula (a number with a sign is none).
FORMULA = re.compile(r"\s*(?:[=@\uff1d\uff20]|[+\uff0b-](?![0-9][0-9,.]*\s*[%‰]?\s*$))")


def id_fault(id: str) -> str:
    """Why an id can be no anchor or file name, or ''."""
    if not ID.fullmatch(id):
        return f"id: {id}; use small letters, digits and hyphens"
    if len(id) > LONGEST_ID:
        return f"id: {len(id)} characters; {LONGEST_ID} at most"
    if id in RESERVED or DEVICES.fullmatch(id) or len(id) == 1:
        return f"id: {id}: the site has something of this name; choose another"
    return ""


def date_fault(name: str, value: str, *, whole: bool = False) -> str:
    """Why a value is no year, month or day of the calendar (a whole day where `whole`), or ''."""
    found = ISO.fullmatch(value)
    year, month, day = found.groups() if found else ("0", None, None)
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        year = "0"
    if year != "0" and (day or not whole):
        return ""
    return f"{name}: not a date: {value}; write 2020-01-16" + (", 2020-01 or 2020" if not whole else "")


def address_fault(url: str) -> str:
    """Why a value is no plain web address, as every browser reads it, or ''."""
    told = f"url: not a web address: {url}; write https://…, with what is unusual in it as %XX"
    if not ADDRESS.fullmatch(url) or "@" in url.split("/")[2]:
        return told
    try:
        return "" if urlsplit(url).port != 0 and url.isprintable() else told
    except ValueError:
        return told


def text_faults(text: str) -> Iterator[str]:
    """What in a text could be taken for HTML, a script address or a spreadsheet's formula."""
    yield from unsafe_markup(text)
    if FORMULA.match(text):
        yield f"begins as a spreadsheet's formula does: {text.strip()[:20]}"
