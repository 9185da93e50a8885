"""One language's view of the edition, and how a page of it is drawn."""

from __future__ import annotations

from dataclasses import dataclass

from scripts.model.edition import Edition
from scripts.render.templates import Templates


@dataclass(frozen=True, slots=True)
class Book:
    """One language's view of the edition, shared by its pages."""

    edition: Edition
    language: str
    templates: Templates

    def page(self, name: str, path: str, title: str, about: str, **data: object) -> str:
        """A MkDocs page: front matter with title and description, then the drawn template."""
        root = "../" * path.count("/") if path.endswith("index.md") else "../" * (path.count("/") + 1)
        body = self.templates.draw(name, root=root, language=self.language, edition=self.edition, **data)
        report = path.split("/")[0]  # the pages of a report are shared with its card
        card = f"{report}/card.png" if report in self.edition.report else ""
        front = {"title": title, "description": about, "hide": data.get("hide"), "card": card}
        return self.templates.front_matter(front) + body
