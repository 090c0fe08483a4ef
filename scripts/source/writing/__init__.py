"""How a story is written: what it must not say, what it lacks, what would read better."""
