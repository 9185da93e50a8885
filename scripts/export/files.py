"""Which export files there are, and what is said of them on the downloads page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from scripts.export.data import data_files
from scripts.export.dts import ENTRY, dts_responses, entry_point
from scripts.export.dts_documents import dts_documents
from scripts.export.edition import edition_json, edition_schema
from scripts.export.glossary import glossary_csv, glossary_json, glossary_skos
from scripts.export.paragraph import SCHEMA, paragraph_schema
from scripts.export.sources import sources_csv
from scripts.export.tbx import tbx
from scripts.export.tei import tei
from scripts.export.tmx import tmx
from scripts.export.web_annotations import web_annotations
from scripts.model.annotation import Bilingual
from scripts.model.edition import LANGUAGES, Edition

# What is said of each table on the downloads page.
DATA = {
    "figures.csv": "export_figures",
    "outcomes.csv": "export_outcomes",
    "indicators.csv": "export_indicators",
    "numbers.csv": "export_numbers",
    "units.csv": "export_units",
    "datapackage.json": "export_datapackage",
}


@dataclass(frozen=True, slots=True)
class Export:
    """A file of the site's root; `what` is a key of the interface words, `report` its report or "".

    `content` is empty where another stage makes the file: a PDF is typeset after the pages are drawn.
    """

    path: str
    what: str
    report: str
    content: str | bytes

    @property
    def kilobytes(self) -> int:
        """Its size in kilobytes of 1,000, at least 1; 0 where it is not known yet."""
        data = self.content.encode() if isinstance(self.content, str) else self.content
        return max(1, round(len(data) / 1000)) if data else 0


def exports(
    edition: Edition, words: Mapping[str, Mapping[str, str]], address: str = ""
) -> tuple[Export, ...]:
    """Every export file. `words` are the interface words by language; `address` the site's."""
    files = []
    for report in edition.reports:
        id = report.id
        files.append(Export(f"{id}/source.txt", "export_source", id, report.source))
        files += [
            Export(f"{id}/data/{name}", DATA[name], id, text)
            for name, text in data_files(report, edition, address).items()
        ]
        if report.translation.path:
            files.append(Export(f"{id}/{id}.tmx", "export_tmx", id, tmx(report, address)))
        annotations = web_annotations(report, edition, address)
        files += [
            Export(f"{id}/{id}.tei.xml", "export_tei", id, tei(report, edition, address)),
            Export(f"{id}/annotations.jsonld", "export_annotations", id, annotations),
        ]
    names = [f"{words[lang]['site_name']}: {words[lang]['glossary_title']}" for lang in LANGUAGES]
    title = Bilingual(*names)
    files += [
        Export("edition.json", "export_edition", "", edition_json(edition, address)),
        Export("edition.schema.json", "export_schema", "", edition_schema(address)),
        Export(SCHEMA, "export_paragraph_schema", "", paragraph_schema(address)),
        Export("glossary.csv", "export_csv", "", glossary_csv(edition, address)),
        Export("glossary.json", "export_json", "", glossary_json(edition, address)),
        Export("glossary.tbx", "export_tbx", "", tbx(edition, title.en)),
        Export("glossary.jsonld", "export_skos", "", glossary_skos(edition, title, address)),
        Export("sources.csv", "export_sources", "", sources_csv(edition, address)),
        Export(ENTRY, "export_dts", "", entry_point(address)),
    ]
    return tuple(files)


def text_services(
    edition: Edition, words: Mapping[str, Mapping[str, str]], address: str = ""
) -> Iterator[tuple[str, str]]:
    """path -> text of what the DTS entry leads to: too many files to list for download."""
    title = Bilingual(*(words[language]["site_name"] for language in LANGUAGES))
    yield from dts_responses(edition, title, address)
    yield from dts_documents(edition, address)
