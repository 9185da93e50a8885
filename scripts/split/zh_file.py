"""zh.yml: the split text as a file that people review like code."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from scripts.model.text import Segment, Text

PLAIN = re.compile(r"[\w“《(（—【][^\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff#]*")
SPECIAL = re.compile(r": |:$| $|^(?:-|\?|---)|[\u2028\u2029\x7f-\x9f\ufeff\ufffe\uffff\ud800-\udfff]")
HEADER = """\
# The text of the report in numbered pieces. Written by `python -m scripts split`; the ids in
# it are permanent: people cite them. Correct source.txt and split again, never edit it here.
"""


def write_zh(text: Text) -> str:
    """The YAML of a split text; read_zh gives the same text back."""
    lines = [HEADER.rstrip(), f"before: {scalar(text.before)}", "segments:"]
    for segment in text.segments:
        lines += _removed(segment) if segment.kind == "removed" else _segment(segment)
    return "\n".join(lines) + "\n"


def _removed(segment: Segment) -> Iterator[str]:
    yield f"- id: {segment.id}"
    yield "  kind: removed"
    yield f"  sum: {scalar(segment.first_sum)}"
    yield f"  was: {scalar(segment.was)}"
    if segment.into:
        yield f"  into: {segment.into}"


def _segment(segment: Segment) -> Iterator[str]:
    yield f"- id: {segment.id}"
    yield f"  kind: {segment.kind}"
    if segment.within:
        yield f"  within: {segment.within}"
    yield f"  sum: {scalar(segment.first_sum)}"
    yield "  sentences:"
    for sentence in segment.sentences:
        yield f"    {sentence.id}: {scalar(sentence.text)}"
    heads = [s.id for s in segment.sentences if s.head]
    if heads:
        yield f"  heads: [{', '.join(heads)}]"
    gaps = [f"{s.id}: {scalar(s.after, quoted=True)}" for s in segment.sentences if s.after]
    if gaps:
        yield f"  gaps: {{{', '.join(gaps)}}}"
    if segment.gone:
        yield f"  gone: [{', '.join(segment.gone)}]"
    yield f"  after: {scalar(segment.after, quoted=True)}"


def scalar(value: str, *, quoted: bool = False) -> str:
    """A YAML scalar that reads back as exactly this string; plain where that is safe."""
    if not quoted and PLAIN.fullmatch(value) and not SPECIAL.search(value):
        return value
    told = json.dumps(value, ensure_ascii=False)
    return SPECIAL.sub(_escaped, told)


def _escaped(match: re.Match[str]) -> str:
    char = match.group()
    return f"\\u{ord(char):04x}" if (len(char) == 1 and not char.isascii()) or char == "\x7f" else char
