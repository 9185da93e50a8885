"""Read the numbers of an English sentence: 15.486 billion yuan, nearly two thirds, the 16th."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from scripts.proof.quantity import CALENDAR, Quantity, overlaps, uncovered

SMALL = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
CARDINALS = {word: n for n, word in enumerate(SMALL)} | {word: 10 * n for n, word in enumerate(TENS, 2)}
IRREGULAR = {"one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth",
             "nine": "ninth", "twelve": "twelfth"}  # fmt: skip
ORDINALS = {IRREGULAR.get(word, f"{word}th"): n for n, word in enumerate(SMALL) if n} | {"twentieth": 20}
# Words that count without being numerals; they answer a Chinese number but never ask for one.
OTHERS: dict[str, int | Decimal] = {
    "once": 1, "single": 1, "primary": 1, "only": 1, "both": 2, "dual": 2, "double": 2, "doubled": 2,
    "doubling": 2, "doubly": 2, "twin": 2, "two-way": 2, "twice": 2, "pair": 2, "pairs": 2, "bilateral": 2,
    "secondary": 2, "tertiary": 3, "triple": 3, "tripled": 3, "twofold": 2, "threefold": 3, "fourfold": 4,
    "quadruple": 4, "decade": 10, "dozen": 12, "hundred": 100, "hundreds": 100, "thousand": 1_000,
    "thousands": 1_000, "millions": 1_000_000, "century": 100, "centenary": 100, "fully": 10,
    "half": Decimal("0.5"),
}  # fmt: skip
SCALES = {
    "hundred": 100, "thousand": 1_000, "million": 10**6, "billion": 10**9, "trillion": 10**12,
}  # fmt: skip
MONTHS = tuple(calendar.month_name[1:])
UNITS = (
    ("percentage_point", r"[\s-]*percentage[\s-]points?"),
    ("percent", r"[\s-]?(?:%|percent\b|per\s?cent\b)"),
    ("yuan", r"\s(?:yuan|RMB)\b"),
    ("usd", r"\s(?:US\s)?dollars?\b"),
    ("mu", r"[\s-]mu\b"),
    ("hectare", r"\shectares?\b"),
    ("square_kilometre", r"\s(?:square\skilomet(?:re|er)s?|km2|km²)"),
    ("square_metre", r"[\s-](?:square\smet(?:re|er)s?|m2|m²)"),
    ("kilometre", r"[\s-](?:kilomet(?:re|er)s?\b|km\b)"),
    ("tonne", r"\s(?:tonnes?|metric\stons?|tons?)\b"),
    ("kilogram", r"\s(?:kilograms?|kg)\b"),
)
ANY_WORD = "|".join(sorted([*CARDINALS, *ORDINALS], key=len, reverse=True))
ARABIC = re.compile(
    r"(?:(?P<money>(?<!\w)(?:RMB|US\$|\$|¥)\s?)|(?<![\w.])(?<![A-Za-z]-))(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"(?:st|nd|rd|th|s)?(?![A-Za-z\d])(?:[\s-](?P<scale>hundred|thousand|million|billion|trillion)\b)?",
)
WORDS = re.compile(
    rf"\b(?P<number>(?:{ANY_WORD})(?:[\s-](?:{ANY_WORD})\b)?)\b"
    r"(?:[\s-](?P<scale>hundred|thousand|million|billion|trillion)\b)?",
    re.IGNORECASE,
)
NUMBERED = re.compile(r"(?<=\w\s)(?:II|III|IV|VI|VII|VIII|IX|XI|XII)\b")
OTHER = re.compile(rf"\b(?:{'|'.join(sorted(OTHERS, key=len, reverse=True))})\b", re.IGNORECASE)
MONTH = re.compile(rf"\b(?:{'|'.join(MONTHS)})\b")
NUMERALS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
ROMAN = {numeral: n for n, numeral in enumerate(NUMERALS, 1)}
ENUMERATOR = re.compile(rf"^({'|'.join(sorted(ROMAN, key=len, reverse=True))})\.\s")
JOINED = re.compile(r"\s?[–—-]\s?|\s(?:to|and|or)\s|,\s")
BEFORE = (
    ("at_least", r"(?:at least|no less than|not less than|no fewer than|a minimum of|minimum)"),
    ("at_most", r"(?:no more than|not more than|not exceed(?:ing)?|at most|a maximum of|within|less than"
                r"|fewer than|below|under|up to)"),
    ("nearly", r"(?:nearly|almost|close to|approaching|just under)"),
    ("over", r"(?:more than|over|above|upwards of|exceed(?:s|ed|ing)?"
             r"|surpass(?:es|ed|ing)?|topp(?:ed|ing)|past)"),
    ("about", r"(?:about|around|approximately|roughly|some)"),
)  # fmt: skip
FILLER = r"(?:\s(?:the|a|an|of|to|total|RMB))*\s(?:RMB|US\$|\$|¥)?$"
AFTER = (
    ("at_least", r"^[^.,;:\d]{0,28}?\b(?:or|and)\s(?:more|above|higher|over)\b"),
    ("at_most", r"^[^.,;:\d]{0,28}?\bor\s(?:less|fewer|below|under)\b"),
    ("about", r"^[^.,;:\d]{0,28}?\bor\sso\b"),
)


def quantities(sentence: str, covered: Iterable[tuple[int, int]] = ()) -> list[Quantity]:
    """Every number of a sentence in order; those inside `covered` stretches are passed over."""
    found = [*_enumerator(sentence), *_arabic(sentence)]
    for words in (_words, _others, _months, _numbered):
        taken = [(q.start, q.end) for q in found]
        found += (q for q in words(sentence) if not overlaps((q.start, q.end), taken))
    return _shared_units(sentence, uncovered(found, tuple(covered)))


def _enumerator(sentence: str) -> Iterator[Quantity]:
    match = ENUMERATOR.match(sentence)
    if match:
        yield Quantity(Decimal(ROMAN[match[1]]), match[1], 0, match.end(1))


def _arabic(sentence: str) -> Iterator[Quantity]:
    for match in ARABIC.finditer(sentence):
        number = match["number"].replace(",", "")
        value = Decimal(number) * SCALES.get((match["scale"] or "").lower(), 1)
        unit, end = _unit(sentence, match.end(), match["money"] or "")
        plain = match["number"].isdigit() and len(number) == 4 and not match["scale"]
        if plain and not unit and 1800 <= value <= 2100:
            unit = "year"
        bound = _bound(sentence, match.start(), end)
        yield Quantity(value, sentence[match.start() : end], match.start(), end, unit, bound)


def _words(sentence: str) -> Iterator[Quantity]:
    for match in WORDS.finditer(sentence):
        parts = re.split(r"[\s-]", match["number"].lower())
        values = [CARDINALS.get(p, ORDINALS.get(p, 0)) for p in parts]
        tens = len(parts) == 2 and parts[0] in CARDINALS and values[0] >= 20 and 0 < values[1] < 10
        if len(parts) == 2 and not tens:
            for part, value in zip(parts, values, strict=True):
                start = match.start() + match["number"].lower().index(part)
                yield _worded(sentence, value, start, start + len(part), part)
            continue
        value = sum(values) * SCALES.get((match["scale"] or "").lower(), 1)
        yield _worded(sentence, value, match.start(), match.end(), parts[-1])


def _worded(sentence: str, value: int, start: int, end: int, word: str) -> Quantity:
    unit, stop = _unit(sentence, end, "")
    required = value > 1 and word not in ("second",)
    bound = _bound(sentence, start, stop) if word in CARDINALS else ""
    return Quantity(Decimal(value), sentence[start:stop], start, stop, unit, bound, required)


def _others(sentence: str) -> Iterator[Quantity]:
    for match in OTHER.finditer(sentence):
        value = Decimal(OTHERS[match[0].lower()])
        yield Quantity(value, match[0], match.start(), match.end(), required=False)


def _months(sentence: str) -> Iterator[Quantity]:
    for match in MONTH.finditer(sentence):
        value = Decimal(MONTHS.index(match[0]) + 1)
        yield Quantity(value, match[0], match.start(), match.end(), "month", required=match[0] != "May")


def _numbered(sentence: str) -> Iterator[Quantity]:
    """Phase II, phase III."""
    for match in NUMBERED.finditer(sentence):
        yield Quantity(Decimal(ROMAN[match[0]]), match[0], match.start(), match.end())


def _unit(sentence: str, end: int, money: str) -> tuple[str, int]:
    """The unit after a number, and where number and unit end."""
    for unit, pattern in UNITS:
        match = re.compile(pattern).match(sentence, end)
        if match:
            return unit, match.end()
    if money:
        return ("usd" if "$" in money else "yuan"), end
    return "", end


def _bound(sentence: str, start: int, end: int) -> str:
    before, after = sentence[max(0, start - 40) : start], sentence[end:]
    for bound, pattern in AFTER:
        if re.search(pattern, after):
            return bound
    for bound, pattern in BEFORE:
        if re.search(rf"\b{pattern}{FILLER}", before, re.IGNORECASE):
            return bound
    return ""


def _shared_units(sentence: str, found: list[Quantity]) -> list[Quantity]:
    """In "3 to 5 percent" and "18 and 24 billion yuan" the unit is said once."""
    for i in range(len(found) - 2, -1, -1):
        this, after = found[i], found[i + 1]
        bare = not this.unit and this.text[0].isdigit()
        if bare and after.unit not in ("", *CALENDAR) and JOINED.fullmatch(sentence, this.end, after.start):
            found[i] = replace(this, unit=after.unit)
    return found
