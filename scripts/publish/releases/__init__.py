"""Releases: made beside what is live, kept, verified, swapped at once. Writes."""
