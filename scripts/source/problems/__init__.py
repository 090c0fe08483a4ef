"""What is wrong, where, and what to do next: the words for it. Pure."""
