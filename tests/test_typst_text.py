"""Text that goes through Typst source comes out as itself."""

from __future__ import annotations

import json
from collections.abc import Sequence

import pytest
import typst
from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.render.typst_text import literal

MARKUP = r"#$*_`<>@=-+/\"~[](){}:;.," + "'\n\r\t "


def through_typst(texts: Sequence[str]) -> list[str]:
    """The texts as Typst reads them, in code and in markup."""
    source = "".join(f"#metadata({literal(text)}) <t>\n" for text in texts)
    found = json.loads(typst.query(source.encode(), "<t>", field="value"))
    in_markup = "".join(f"#metadata([#{literal(text)};].text) <t>\n" for text in texts if text)
    assert json.loads(typst.query(in_markup.encode(), "<t>", field="value")) == [t for t in texts if t]
    return list(found)


@settings(max_examples=30)
@given(st.lists(st.text() | st.text(MARKUP), max_size=20))
def test_any_text_comes_out_as_itself(texts: list[str]) -> None:
    assert through_typst(texts) == texts


def test_what_markup_would_take_for_its_own_is_text() -> None:
    texts = ['#panic("x")', r"\u{41}", "// no comment", "a -- b ... 'c'", "*b* _i_ $x$", "\0\u2028\ufeff"]
    assert through_typst(texts) == texts


def test_a_literal_shows_the_press_every_glyph_it_needs() -> None:
    assert set("开封“市”") <= set(literal("开封“市”"))


def test_half_a_surrogate_pair_is_refused() -> None:
    with pytest.raises(ValueError, match="U\\+D800"):
        literal("\ud800")
