"""The static search index, as bytes. Pure."""
