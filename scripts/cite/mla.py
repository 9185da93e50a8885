"""The MLA Handbook, 9th edition: an entry of the list of works cited, and what stands in the text.

The report is the work, the edition its container, with contributor, version and date; the date of
access ends the entry. Numbered paragraphs are named in the text, after a comma, as "par. 57".
MLA has no Chinese form: ours keeps its order and sets it with Chinese marks.
"""

from __future__ import annotations

from scripts.cite.kinds import Style

EN = Style(
    report="{author}. “{title}” [{original}]. {date_mla}. *{site}*, unofficial translation by its "
    "editors, version {version}, {released_mla}, {url}. Accessed {accessed_mla}.",
    figure="“{what}.” *{site}*, version {version}, {released_mla}, {url}. Accessed {accessed_mla}.",
    term="“{what}.” *{site}*, version {version}, {released_mla}, {url}. Accessed {accessed_mla}.",
    edition="*{site}*. Version {version}, {released_mla}, {url}. Accessed {accessed_mla}.",
    paragraph=", par. {number}",
    sentence=", par. {number}, sentence {sentence}",
    in_text="({family}{at})",
)
ZH = Style(
    report="{author}。《{title}》。{date_zh}。《{site}》，{version}版，{released_zh}，{url}。{accessed_zh}访问。",
    figure="“{what}”。《{site}》，{version}版，{released_zh}，{url}。{accessed_zh}访问。",
    term="“{what}”。《{site}》，{version}版，{released_zh}，{url}。{accessed_zh}访问。",
    edition="《{site}》。{version}版，{released_zh}，{url}。{accessed_zh}访问。",
    paragraph="，第{number}段",
    sentence="，第{number}段第{sentence}句",
    in_text="（{author}{at}）",
)
