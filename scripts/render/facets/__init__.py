"""The indexes: every way a reader finds stories by what they have in common, as one table. Pure."""
