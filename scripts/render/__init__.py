"""Edition -> pages, as text by path. Pure: no disk, no MkDocs."""
