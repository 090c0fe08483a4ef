"""Pages for who writes and sends stories: the house style, and what the checker says. Pure."""
