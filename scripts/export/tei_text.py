"""The text of a report in one language as a TEI <text>: divisions, headings, paragraphs, sentences.

The Chinese carries the edition's ids (p57, p57-s2, h2-4), the English the same with `-en`;
@corresp on each side names its counterpart, several where sentences are translated together.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

from scripts.export.tei_elements import TONGUES, XML, add
from scripts.join.alignment import alignment
from scripts.model.edition import Report
from scripts.model.text import Segment, Sentence

Links = dict[str, tuple[str, ...]]
TRAILING = "closing"


def tei_id(id: str, language: str) -> str:
    """The xml:id of a sentence, heading or paragraph in one language."""
    return id if language == "zh" else f"{id}-en"


def links(report: Report, language: str) -> Links:
    """For each sentence id with words in `language`, the xml:ids of its counterparts."""
    found: Links = {}
    for unit in alignment(report):
        if language == "en":
            found[unit.ids[0]] = unit.ids
        else:
            found |= {id: (tei_id(unit.ids[0], "en"),) for id in unit.ids}
    return found


def text_element(report: Report, language: str) -> Element:
    """The whole text; a closing paragraph after a part's sections stands in a division of its own."""
    root = Element("text", {f"{XML}id": f"text-{language}", f"{XML}lang": TONGUES[language]})
    body = SubElement(root, "body")
    builder = _Builder(report, language)
    for segment in report.text.segments:
        builder.place(segment, body)
    return root


class _Builder:
    """Places segments one after another; `open` is the chain of headings that are not yet closed."""

    def __init__(self, report: Report, language: str) -> None:
        self.report, self.language = report, language
        self.links = links(report, language)
        self.open: list[tuple[str, Element]] = []

    def place(self, segment: Segment, body: Element) -> None:
        if segment.kind == "removed":
            return
        above = self._above(segment.within, body)
        if segment.heading:
            division = SubElement(above, "div", type=segment.kind, n=segment.id)
            self.open.append((segment.id, division))
            division.append(heading_element(self.report, segment, self.language, self.links))
        elif segment.kind == "title":
            above.append(heading_element(self.report, segment, self.language, self.links))
        else:
            home = _last_stretch(above)
            home.append(paragraph_element(self.report, segment, self.language, self.links))

    def _above(self, heading: str, body: Element) -> Element:
        """The division of a heading; one that was left and is taken up again is opened anew."""
        chain, at = [heading], self.report.by_id.get(heading)
        while at:
            chain.append(at.within)
            at = self.report.by_id.get(at.within)
        while self.open and self.open[-1][0] not in chain:
            self.open.pop()
        above = self.open[-1][1] if self.open else body
        if heading and (not self.open or self.open[-1][0] != heading):
            kind = self.report.by_id[heading].kind
            above = SubElement(above, "div", type=kind, n=heading, part="F")
            self.open.append((heading, above))
        return above


def _last_stretch(division: Element) -> Element:
    """Where the next paragraph goes: TEI lets none follow a division but in another one."""
    last = next((child for child in reversed(division) if child.tag == "div"), None)
    if last is None:
        return division
    return last if last.get("type") == TRAILING else SubElement(division, "div", type=TRAILING)


def heading_element(report: Report, segment: Segment, language: str, known: Links) -> Element:
    """A heading or the title: its text, under the id that the edition gives it."""
    head = Element("head")
    for sentence in segment.sentences:
        _mark(head, report, sentence, language, known)
        head.text = report.words(sentence, language)
    return head


def paragraph_element(report: Report, segment: Segment, language: str, known: Links) -> Element:
    """A paragraph with its sentences; a run-in head is a label. Text joins back to the letter."""
    other = "en" if language == "zh" else "zh"
    p = Element("p", {f"{XML}id": tei_id(segment.id, language), "n": segment.id.removeprefix("p")})
    if report.translation.path:
        p.set("corresp", f"#{tei_id(segment.id, other)}")
    if segment.kind != "paragraph":
        p.set("ana", f"#kind-{segment.kind}")
    said = [s for s in segment.sentences if report.words(s, language)]
    for sentence in said:
        home = SubElement(p, "label", type="run-in") if sentence.head else p
        s = add(home, "s", report.words(sentence, language))
        _mark(s, report, sentence, language, known)
        last = home if sentence.head else s
        last.tail = sentence.after if language == "zh" else "" if sentence is said[-1] else " "
    return p


def _mark(element: Element, report: Report, sentence: Sentence, language: str, known: Links) -> None:
    """Id, counterparts, and the state of a translation; untranslated sentences stand in Chinese."""
    element.set(f"{XML}id", tei_id(sentence.id, language))
    if sentence.id in known:
        element.set("corresp", " ".join(f"#{id}" for id in known[sentence.id]))
    if language == "en" and report.rendering(sentence) is None:
        element.set(f"{XML}lang", TONGUES["zh"])
