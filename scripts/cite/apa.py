"""APA, 7th edition: an entry of the reference list, and what stands in the text.

A translated work names its translator after the title; a report has no date of access, as its
address and version are fixed; pages that change have one. A paragraph is named in the text only.
APA has no Chinese form: ours keeps its order and sets it with Chinese marks.
"""

from __future__ import annotations

from scripts.cite.kinds import Style

EN = Style(
    report="{inverted} ({date_apa}). *{title}* [{original}] ({editors}, Trans.; Version {version}) "
    "[Unofficial translation]. {site}. {url}",
    figure="{editors}. ({released_year}). *{what}* (Version {version}) [Data set]. {site}. "
    "Retrieved {accessed_us}, from {url}",
    term="{editors}. ({released_year}). {what}. In *{site}*{version_bracket}. "
    "Retrieved {accessed_us}, from {url}",
    edition="{editors}. ({released_year}). *{site}* (Version {version}). Retrieved {accessed_us}, from {url}",
    paragraph=", para. {number}",
    sentence=", para. {number}, sentence {sentence}",
    in_text="({family}, {date_year}{at})",
)
ZH = Style(
    report="{author}（{date_zh}）。《{title}》（{version}版）。{site}。{url}",
    figure="{editors}（{released_year}）。《{what}》（{version}版）[数据集]。{site}。"
    "{accessed_zh}检索自 {url}",
    term="{editors}（{released_year}）。{what}。载《{site}》（{version}版）。{accessed_zh}检索自 {url}",
    edition="{editors}（{released_year}）。《{site}》（{version}版）。{accessed_zh}检索自 {url}",
    paragraph="，第{number}段",
    sentence="，第{number}段第{sentence}句",
    in_text="（{author}，{date_year}{at}）",
)
