"""The page templates and the interface's words. Autoescape is on; a missing name is an error."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from types import SimpleNamespace

from jinja2 import Environment, FunctionLoader, StrictUndefined, TemplateError, select_autoescape
from markupsafe import escape

from scripts.cite.place import datum_title
from scripts.model.annotation import Bilingual
from scripts.model.edition import LANGUAGES
from scripts.model.problem import Faulty
from scripts.render.template_fault import FAULTS, PAGES, template_fault
from scripts.render.typeset import (
    bounded,
    clipped,
    english_quotes,
    heading_line,
    markdown_literal,
    numbered,
    one_line,
    period_line,
    said,
    spaced,
    sum_line,
    tongue,
    xhtml,
)


@dataclass(frozen=True)
class Templates:
    """Templates by name, and the interface's words by key."""

    environment: Environment
    interface: Mapping[str, Bilingual]

    @classmethod
    def of(
        cls, sources: Mapping[str, str], interface: Mapping[str, Bilingual], repository: str = ""
    ) -> Templates:
        """`sources` maps template names to their text; `repository` is where errors are reported."""
        # Each with its path, which is told when it cannot be drawn.
        named = {name: (text, f"{PAGES}/{name}", lambda: True) for name, text in sources.items()}
        environment = Environment(
            loader=FunctionLoader(named.get),
            autoescape=select_autoescape(default=True, default_for_string=True),
            undefined=StrictUndefined,
            finalize=one_line,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        environment.filters["spaced"] = spaced
        environment.filters["said"] = said
        environment.filters["quotes"] = english_quotes
        environment.filters["markdown"] = markdown_literal
        environment.filters["heading"] = heading_line
        environment.filters["clipped"] = clipped
        environment.filters["tongue"] = tongue
        environment.filters["sum"] = sum_line
        environment.filters["bounded"] = bounded
        environment.filters["period"] = period_line
        environment.filters["datum"] = datum_title
        environment.filters["numbered"] = numbered
        environment.filters["xhtml"] = xhtml
        environment.globals["repository"] = repository
        return cls(environment, interface)

    def words(self, language: str) -> Mapping[str, str]:
        """The interface in one language."""
        return self._words[language]

    @cached_property
    def _words(self) -> dict[str, dict[str, str]]:
        said = self.interface.items()
        return {
            "zh": {key: text.zh for key, text in said},
            "en": {key: english_quotes(text.en) for key, text in said},
        }

    @cached_property
    def _both(self) -> SimpleNamespace:
        spaces = {lang: SimpleNamespace(language=lang, **self.words(lang)) for lang in LANGUAGES}
        return SimpleNamespace(**spaces)

    def draw(self, name: str, **data: object) -> str:
        """A template filled in; `t` holds the interface's words of data['language'].

        Raises Faulty where the template is at fault.
        """
        both = self._both
        t = getattr(both, str(data.get("language", "zh")))
        try:
            return self.environment.get_template(name).render(t=t, both=both, **data)
        except (TemplateError, *FAULTS) as error:
            raise Faulty((template_fault(error),)) from error

    def plain(self, name: str) -> str:
        """A template's own text, undrawn: the design of a sheet is Typst, whose marks are not Jinja's."""
        loader = self.environment.loader
        assert loader is not None
        return loader.get_source(self.environment, name)[0]

    @staticmethod
    def front_matter(values: Mapping[str, object]) -> str:
        """YAML front matter; JSON strings are YAML strings. The theme prints texts as they are: as HTML."""
        safe = {key: str(escape(v)) if isinstance(v, str) else v for key, v in values.items() if v}
        lines = [f"{key}: {json.dumps(v, ensure_ascii=False)}" for key, v in safe.items()]
        return "---\n" + "\n".join(lines) + "\n---\n\n"
