"""Values -> files: the generated tree, the built site, the served site."""
