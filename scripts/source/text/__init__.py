"""From bytes to text, from text to values and HTML; every value knows its place."""
