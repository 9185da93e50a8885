"""Prove the translation against the Chinese: every number, and every glossary term."""
