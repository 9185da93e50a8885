"""Files -> values. The only place, with publish, where the disk is touched."""
