"""The keys a file may have, the values they may hold, and what is said when they do not. Pure."""
