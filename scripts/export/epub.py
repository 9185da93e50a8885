"""The container of an EPUB (EPUB 3.3, Open Container Format): a ZIP that begins with its media type."""

from __future__ import annotations

import io
from collections.abc import Mapping
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

MEDIA_TYPE = "application/epub+zip"
# ZIP knows no date before; a book is the same bytes whenever it is made.
EPOCH = (1980, 1, 1, 0, 0, 0)


def epub(files: Mapping[str, str]) -> bytes:
    """A package's files by path as one EPUB. The same files are the same bytes."""
    packed = io.BytesIO()
    with ZipFile(packed, "w") as container:
        container.writestr(_entry("mimetype", ZIP_STORED), MEDIA_TYPE)
        for path in sorted(files):
            container.writestr(_entry(path, ZIP_DEFLATED), files[path].encode("utf-8"))
    return packed.getvalue()


def _entry(path: str, method: int) -> ZipInfo:
    entry = ZipInfo(path, EPOCH)
    entry.compress_type = method
    entry.create_system = 3  # the same on every system
    entry.external_attr = 0o644 << 16
    return entry
