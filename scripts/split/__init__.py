"""Source text -> numbered segments. Pure: text in, segments and remarks out."""
