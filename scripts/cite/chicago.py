"""The Chicago Manual of Style, 17th edition: a full note.

A Chinese author's name stands in its own order, followed by its characters (11.90); the original
title in square brackets; an entry of a reference work after s.v. (14.233). An annotated edition
is like a printed work, so its name is in italics (14.206).
The manual has no Chinese form: ours keeps its order and sets it with Chinese marks.
"""

from __future__ import annotations

from scripts.cite.kinds import Style

EN = Style(
    report="{author} {author_zh}, “{title}” [{original}], {date_us}{at}, unofficial translation, "
    "*{site}*, version {version}, accessed {accessed_us}, {url}.",
    figure="{editors}, “{what},”{at} *{site}*, version {version}, accessed {accessed_us}, {url}.",
    term="*{site}*, s.v. “{what},”{version_note} accessed {accessed_us}, {url}.",
    edition="{editors}, *{site}*, version {version}, {released_us}, accessed {accessed_us}, {url}.",
    figure_in=" in “{title},” para. {number},",
    figure_at=" in “{title},”",
    paragraph=", para. {number}",
    sentence=", para. {number}, sentence {sentence}",
)
ZH = Style(
    report="{author}：《{title}》，{date_zh}{at}，《{site}》{version}版，{accessed_zh}访问，{url}。",
    figure="{editors}：《{what}》{at}，《{site}》{version}版，{accessed_zh}访问，{url}。",
    term="《{site}》{version}版，“{what}”条，{accessed_zh}访问，{url}。",
    edition="{editors}：《{site}》，{version}版，{released_zh}，{accessed_zh}访问，{url}。",
    figure_in="，见《{title}》第{number}段",
    figure_at="，见《{title}》",
    paragraph="，第{number}段",
    sentence="，第{number}段第{sentence}句",
)
