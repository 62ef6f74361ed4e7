"""`make bench`: how fast it is, beside peers or beside the floor, in one run on one machine."""
