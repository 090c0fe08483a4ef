"""Days, months and years: with a year (``dates``), which is certain, and without one (``days``), which is not. Pure."""
