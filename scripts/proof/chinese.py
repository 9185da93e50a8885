"""Read the numbers of a Chinese sentence: 4.46万, 近300亿元, 3~5个, 两不愁, 第三次."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from scripts.proof.quantity import Quantity, overlaps, uncovered

DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "双": 2}
TENS = {"十": 10, "百": 100, "千": 1_000}
MYRIADS = {"万": 10_000, "亿": 100_000_000}
UNITS = {
    "个百分点": "percentage_point", "百分点": "percentage_point", "%": "percent", "％": "percent",
    "美元": "usd", "元": "yuan", "亩": "mu", "公顷": "hectare", "平方公里": "square_kilometre",
    "平方米": "square_metre", "公里": "kilometre", "米": "metre", "吨": "tonne", "公斤": "kilogram",
    "斤": "jin", "年": "year", "月": "month",
}  # fmt: skip
# Figures that often count nothing: 一些, 百姓, 千方百计, 万家.
INDEFINITE = "一零百千万亿"
RANGE = r"\s*[~～—–\-至到]\s*"
ARABIC = r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?"
WRITTEN = r"[零〇一二两双三四五六七八九十百千万亿]+"
NUMBER = re.compile(
    rf"(?P<share>百分之)?(?P<number>(?<![A-Za-z.\d]){ARABIC}(?![A-Za-z.\d])|{WRITTEN})"
    r"(?P<scale>(?:[多余几]?(?:[十百千]?万亿|[十百千]?[万亿]|[千百](?![分瓦米伏克])))?)(?P<more>[多余]?)"
    rf"(?P<unit>(?:{'|'.join(sorted(UNITS, key=len, reverse=True))})?)"
)
BEFORE = (
    ("over", r"(?:超过|突破|高于|多于|超|逾|过)[了到]?$"),
    ("at_least", r"(?:不低于|不少于|不小于|至少|最低)[达到为]?$"),
    ("at_most", r"(?:不超过|不高于|不多于|低于|少于|不到|至多|最多|最长|压减至|控制在)$"),
    ("nearly", r"(?:近|将近|接近)$"),
    ("about", r"(?:约|大约|大致)$"),
)
AFTER = (
    ("at_least", r"^[^,，。;；、:：\d]{0,7}?(?<!规模)(?:(?:或|及)?以上|起步)"),
    ("at_most", r"^[^,，。;；、:：\d]{0,7}?(?:以内|之内|以下)"),
    ("about", r"^[^,，。;；、:：\d]{0,7}?(?:左右|上下)"),
)
ONE_TO_NINE = "[一二两三四五六七八九]"
BELOW_MYRIAD = "零?".join(f"(?:{ONE_TO_NINE}?{ten})?" for ten in "千百十") + "[零〇一二两双三四五六七八九]?"
ENUMERATOR = re.compile(r"^(?:[（(][一二三四五六七八九十]+[)）]|[一二三四五六七八九十]+[、是])")
PLAN = re.compile(r"(?<=[“\"])(十[一二三四五六]?)五(?=[”\"])|(十[一二三四五六])五(?=规划|时期|末|期间)")


def amount(text: str) -> Decimal:
    """A number in Arabic or Chinese figures: 三百零五 -> 305, 一十百千 digit by digit is not one."""
    if text[0].isdigit():
        return Decimal(text.replace(",", ""))
    total = section = digit = 0
    for char in text:
        if char in DIGITS:
            digit = DIGITS[char]
        elif char in TENS:
            section += (digit or 1) * TENS[char]
            digit = 0
        else:
            total = (total + section + digit or 1) * MYRIADS[char]
            section = digit = 0
    return Decimal(total + section + digit)


def scaled(text: str) -> Decimal:
    """What 万, 亿, 千万, 万亿 multiply by; 1 for no such word."""
    factor = Decimal(1)
    for char in text.strip("多余几"):
        factor *= TENS.get(char) or MYRIADS[char]
    return factor


def numbered_in_words(text: str) -> bool:
    """Whether its numerals are all written in characters, and there is one."""
    return not re.search(r"\d", text) and re.search(WRITTEN, text) is not None


def printed_values(printed: str) -> list[Decimal]:
    """The numbers of a printed figure, 首 (first) among them."""
    first = [Decimal(1)] if "首" in printed else []
    return first + [q.value for q in quantities(printed)]


def quantities(sentence: str, covered: Iterable[tuple[int, int]] = ()) -> list[Quantity]:
    """Every number of a sentence in order.

    Those inside the `covered` stretches are passed over: they are part of a name (红十字会) or of
    a term that is proved by its rendering.
    """
    found = [*_enumerator(sentence), *_plans(sentence)]
    taken = [(q.start, q.end) for q in found]
    matches = [m for m in NUMBER.finditer(sentence) if not overlaps(m.span(), taken)]
    for place, match in enumerate(matches):
        found += _read(sentence, match, matches[place + 1] if place + 1 < len(matches) else None)
    return uncovered(found, tuple(covered))


def _enumerator(sentence: str) -> Iterator[Quantity]:
    """The number of a heading or point, 二、 (二) 二是, which the English may give as II. or (2)."""
    match = ENUMERATOR.match(sentence)
    if match:
        value = amount(match[0].strip("（()）、是"))
        yield Quantity(value, match[0], 0, match.end())


def _plans(sentence: str) -> Iterator[Quantity]:
    """“十三五” is the thirteenth five-year plan: two numbers."""
    for match in PLAN.finditer(sentence):
        which = match[1] or match[2]
        yield Quantity(amount(which), match[0], match.start(), match.end() - 1)
        yield Quantity(Decimal(5), match[0], match.end() - 1, match.end())


def _read(sentence: str, match: re.Match[str], following: re.Match[str] | None) -> Iterator[Quantity]:
    number, scale, unit = match["number"], match["scale"], UNITS.get(match["unit"], "")
    if following and not scale and not unit and _ranges(sentence, match, following):
        scale, unit = following["scale"], UNITS.get(following["unit"], "")
    if match["share"]:
        unit = "percent"
    written = not number[0].isdigit()
    if unit == "year" and not (len(number) == 4 and number.isdigit()):
        unit = ""
    if unit == "month" and (written or sentence[match.start() - 1 : match.start()] == "个"):
        unit = ""
    if written and not _composed(number):
        yield from _digit_by_digit(match)
        return
    value = amount(number) * scaled(scale)
    bound = "over" if match["more"] or scale[:1] in ("多", "余") else _bound(sentence, match)
    required = not written or number not in INDEFINITE or bool(unit or bound)
    yield Quantity(value, match[0], match.start(), match.end(), unit, bound, required)


def _ranges(sentence: str, match: re.Match[str], following: re.Match[str]) -> bool:
    return re.fullmatch(RANGE, sentence[match.end() : following.start()]) is not None


def _composed(number: str) -> bool:
    """Whether written figures make one number: 三百零五 does, 一十百千 and 二三 do not."""
    return re.fullmatch(f"(?:{BELOW_MYRIAD}亿)?零?(?:{BELOW_MYRIAD}万)?零?{BELOW_MYRIAD}", number) is not None


def _digit_by_digit(match: re.Match[str]) -> Iterator[Quantity]:
    for offset, char in enumerate(match["number"]):
        start = match.start() + offset
        yield Quantity(amount(char), char, start, start + 1, required=char not in INDEFINITE)


def _bound(sentence: str, match: re.Match[str]) -> str:
    before, after = sentence[: match.start()], sentence[match.end() :]
    for bound, pattern in AFTER:
        if re.search(pattern, after):
            return bound
    for bound, pattern in BEFORE:
        if re.search(pattern, before[-4:]):
            return bound
    return ""
