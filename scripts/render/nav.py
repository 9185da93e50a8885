"""The navigation of one language, in the form MkDocs reads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from markupsafe import escape

from scripts.model.edition import Edition, Report
from scripts.render.plan import category_page, page_path, plan, sections
from scripts.render.templates import Templates
from scripts.render.views import heading_text

Nav = list[dict[str, object]]


def navigation(edition: Edition, templates: Templates, language: str) -> Nav:
    """MkDocs' nav: home, each report with its parts, the glossary, the pages about the edition."""
    t = templates.words(language)
    nav: Nav = [{t["home"]: "index.md"}]
    nav += [{r.card.short_title.of(language): _report_nav(r, t, language)} for r in edition.reports]
    nav.append({t["glossary"]: _glossary_nav(edition, t, language)})
    nav.append({t["downloads"]: "downloads.md"})
    about = [{t[name]: f"{name.replace('_', '-')}.md"} for name in ABOUT]
    return _safe([*nav, {t["about_nav"]: about}])


def _safe(nav: Nav) -> Nav:
    """Titles as HTML, for the theme prints them as they are."""
    return [_safe_item(item) if isinstance(item, dict) else item for item in nav]


def _safe_item(item: dict[str, object]) -> dict[str, object]:
    return {str(escape(t)): _safe(below) if isinstance(below, list) else below for t, below in item.items()}


GLOSSARY = (("a_z", "a-z"), ("decoded", "numbers"), ("names", "names"))
ABOUT = ("about", "method", "cite", "check_quotation", "data", "contribute", "data_model")


def _glossary_nav(edition: Edition, t: Mapping[str, str], language: str) -> Nav:
    indexes: Nav = [{t["by_category"]: "glossary/index.md"}]
    indexes += [{t[word]: f"glossary/{name}.md"} for word, name in GLOSSARY]
    used = {term.category for term in edition.terms}
    labels = (label for label in edition.vocabulary.get("categories", {}).values() if label.id in used)
    indexes += [{label.of(language): f"glossary/{category_page(label.id)}.md"} for label in labels]
    return indexes


def _report_nav(report: Report, t: Mapping[str, str], language: str) -> Nav:
    _, pages = plan(report)
    nav: Nav = [{t["contents"]: f"{report.id}/index.md"}]
    for page in pages:
        if page.slug != page.part:
            continue
        title, path = heading_text(report, page.slug, language), f"{report.id}/{page_path(page, report)}"
        below = sections(report).get(page.slug, [])
        inner: Nav = [{heading_text(report, p.slug, language): f"{report.id}/{p.slug}.md"} for p in below]
        nav.append({title: [{title: path}, *inner] if below else path})
    nav.append({t["whole_report"]: f"{report.id}/full.md"})
    nav += [{t[name]: f"{report.id}/{name}.md"} for name in _data_pages(report)]
    return nav


def _data_pages(report: Report) -> Iterator[str]:
    """The pages beside the text that this report has something for."""
    if report.highlights or report.charts:
        yield "year"
    if any(figure.kind == "target" for figure in report.figures):
        yield "targets"
    yield from ("figures", "checks", "notes")
