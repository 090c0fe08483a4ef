"""Districts, fields, methods and the other words that are data."""
