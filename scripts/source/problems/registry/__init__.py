"""Every code of a problem, each once; a module a theme, in the words of the house."""
