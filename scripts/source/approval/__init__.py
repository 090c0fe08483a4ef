"""Whether a text is the one that was approved, and what changed since."""
