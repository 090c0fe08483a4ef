"""The site's build: ``source`` -> ``catalog`` -> ``render`` -> ``publish``, left to right only."""
