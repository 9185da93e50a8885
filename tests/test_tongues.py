"""Chinese in English passages is named as Chinese, and nothing else of a page changes."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.publish.tongues import chinese_marked

ZH = '<span lang="zh-Hans">{}</span>'


@pytest.mark.parametrize(
    ("page", "made"),
    [
        ('<p lang="en">how “built” (建成) differs</p>', f'<p lang="en">how “built” ({ZH.format("建成")}) differs</p>'),
        ('<p lang="en-GB">a<br>《工作报告》, 豫政办〔2015〕159号</p>',
         f'<p lang="en-GB">a<br>{ZH.format("《工作报告》")}, {ZH.format("豫政办〔2015〕159号")}</p>'),
        ('<p lang="en">a <b lang="zh-Hans">建</b> 成</p>', f'<p lang="en">a <b lang="zh-Hans">建</b> {ZH.format("成")}</p>'),
        ('<p lang="zh-Hans">建成 built</p>', '<p lang="zh-Hans">建成 built</p>'),
        ('<html lang="en"><title>建</title><code>建</code><script>"建"</script><img alt="建">',) * 2,
    ],
)  # fmt: skip
def test_marked(page: str, made: str) -> None:
    assert chinese_marked(page) == made


PIECES = st.lists(st.sampled_from(
    ['<div lang="en">', '<p lang="zh">', "</p>", "</div>", "<br>", "建成", "，", " built ", "<!-- 建 -->", "《", "<svg>建</svg>", "2020年"]
))  # fmt: skip


@given(PIECES)
def test_the_text_stays(pieces: list[str]) -> None:
    page = "".join(pieces)
    bare = lambda html: re.sub(r"<[^>]*>", "", html)  # noqa: E731
    assert bare(chinese_marked(page)) == bare(page)


@given(PIECES)
def test_marking_again_changes_nothing(pieces: list[str]) -> None:
    once = chinese_marked("".join(pieces))
    assert chinese_marked(once) == once
