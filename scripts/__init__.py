"""The generator behind the annotated, bilingual edition: read -> join -> render."""
