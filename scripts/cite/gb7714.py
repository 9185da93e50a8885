"""GB/T 7714, entries of a numbered list (顺序编码制).

2015: electronic resources, 4.6: title[R/OL]. (date)[accessed], and with a locator, as books, 4.1:
title[R/OL]. year: locator[accessed].
2025: reports on the web are reports, 8.8.3: title[R/OL]. date：locator. address, with no date of
access; web pages 8.11.3.2 and data sets 8.14.3 have one. Full-width marks except . and [ ],
in English entries too. Names in pinyin: 2015 capitals for the surname, 2025 as written.
"""

from __future__ import annotations

from scripts.cite.kinds import Style

ZH_2025 = Style(
    report="{author}. {title}{addition}[R/OL]. {date}{at}. {url}.",
    figure="{editors}. {what}{at}[DS/OL]. V{version}. {site}（{released}）[{accessed}]. {url}.",
    term="{editors}. {what}{entry}[EB/OL]. （{released}）[{accessed}]. {url}.",
    edition="{editors}. {site}：{version}版[EB/OL]. （{released}）[{accessed}]. {url}.",
    figure_in="：《{title}》第{number}段",
    figure_at="：《{title}》",
    paragraph="：第{number}段",
    sentence="：第{number}段第{sentence}句",
)
EN_2025 = Style(
    report="{author}. {title}{addition}[R/OL]. {date}{at}. {url}.",
    figure="{editors}. {what}{at}[DS/OL]. V{version}. {site}（{released}）[{accessed}]. {url}.",
    term="{editors}. {what}{entry}[EB/OL]. （{released}）[{accessed}]. {url}.",
    edition="{editors}. {site}：version {version}[EB/OL]. （{released}）[{accessed}]. {url}.",
    figure_in="：{title}, para. {number}",
    figure_at="：{title}",
    paragraph="：para. {number}",
    sentence="：para. {number}, sentence {sentence}",
)
ZH_2015 = Style(
    report="{author}. {title}{addition}[R/OL]. ({date})[{accessed}]. {url}.",
    pinned="{author}. {title}{addition}[R/OL]. {date_year}: {at}[{accessed}]. {url}.",
    figure="{editors}. {what}{at}，注释本{version}版[DS/OL]. ({released})[{accessed}]. {url}.",
    term="{editors}. {what}{entry}[EB/OL]. ({released})[{accessed}]. {url}.",
    edition="{editors}. {site}：{version}版[EB/OL]. ({released})[{accessed}]. {url}.",
    figure_in="：《{title}》第{number}段",
    figure_at="：《{title}》",
    paragraph="第{number}段",
    sentence="第{number}段第{sentence}句",
)
EN_2015 = Style(
    report="{capitals}. {title}{addition_half}[R/OL]. ({date})[{accessed}]. {url}.",
    pinned="{capitals}. {title}{addition_half}[R/OL]. {date_year}: {at}[{accessed}]. {url}.",
    figure="{editors}. {what}{at}, version {version}[DS/OL]. ({released})[{accessed}]. {url}.",
    term="{editors}. {what}{entry_half}[EB/OL]. ({released})[{accessed}]. {url}.",
    edition="{editors}. {site}: version {version}[EB/OL]. ({released})[{accessed}]. {url}.",
    figure_in=": {title}, para. {number}",
    figure_at=": {title}",
    paragraph="para. {number}",
    sentence="para. {number}, sentence {sentence}",
)
