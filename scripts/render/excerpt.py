"""The beginning of a text for a place with little room, cut where a reader would pause."""

from __future__ import annotations

import re
from collections.abc import Mapping

from scripts.model.text import Segment

# Where one may stop, best first: a sentence's end, a semicolon, a comma or colon.
PAUSES = tuple(map(re.compile, (
    r"[。！？!?][”’」』）)]?|\.[”’)]?(?=\s|$)",
    r"[；;](?=\s|[^\x00-\x7f])",
    r"[，、：](?=.)|[,:](?=\s|[^\x00-\x7f])",
)))  # fmt: skip
PAIRS = ("“”", "《》", "（）", "()", "「」", "『』")
LEAST = 0.45  # of the room: an earlier pause leaves too much of it empty
HAN = re.compile(r"[\u2e80-\u9fff]")


def excerpt(text: str, room: int, barred: frozenset[int] = frozenset()) -> str:
    """At most `room` characters: all of it, or its beginning up to a pause and an ellipsis.

    A quotation or bracket is not cut open, nor the text cut at a place of `barred`, such as the
    end of a run-in heading. The ellipsis is the Chinese …… or the English " …".
    """
    if len(text) <= room:
        return text
    mark = ellipsis(text)
    last = [e[-1] for pause in PAUSES if (e := _ends(text, pause, room - len(mark), barred))]
    late = [end for end in last if end >= LEAST * room]
    end = late[0] if late else max(last, default=_word_end(text, room - len(mark)))
    return text[:end].rstrip() + mark


def ellipsis(text: str) -> str:
    """The mark of something left out, in the text's own language."""
    return "……" if HAN.search(text) else " …"


def opening(segment: Segment, said: Mapping[str, str], between: str, room: int) -> str:
    """The beginning of a paragraph in one language; `said` has its sentences by id."""
    barred, text = set(), ""
    for sentence in segment.sentences:
        words = said.get(sentence.id, "")
        text += (between if text and words else "") + words
        if sentence.head:
            barred.add(len(text))
    return excerpt(text, room, frozenset(barred))


def _ends(text: str, pause: re.Pattern[str], room: int, barred: frozenset[int]) -> list[int]:
    """Where the kept text may end: after a sentence's own mark, before a lesser one."""
    after = pause is PAUSES[0]
    ends = (m.end() if after else m.start() for m in pause.finditer(text, 0, room + 2))
    return [end for end in ends if 0 < end <= room and end not in barred and _closed(text[:end])]


def _closed(text: str) -> bool:
    return all(text.count(pair[0]) == text.count(pair[1]) for pair in PAIRS)


def _word_end(text: str, room: int) -> int:
    """The last place between words, or just the room where there are none."""
    space = text.rfind(" ", 0, room + 1)
    return space if space > room // 2 and not HAN.search(text) else room
