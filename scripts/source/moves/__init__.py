"""Stories that stood at another address before: the list of them, and what git offers for it."""
