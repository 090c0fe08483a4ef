"""The only writers of a contributor's files: the approval block, and what tidy mends. Writes."""
