"""Layers joined to the text: every quotation found, every term traced. Pure."""
