"""An XML document as text, the same for the same content."""

from __future__ import annotations

from xml.etree.ElementTree import Element, indent, tostring

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'


def document(root: Element, doctype: str = "") -> str:
    """The element as a whole document with declaration and, where given, document type."""
    indent(root, " ")
    text = tostring(root, encoding="unicode", short_empty_elements=True)
    return DECLARATION + (f"{doctype}\n" if doctype else "") + text + "\n"
