"""Nobody is named by accident: the scan of all that is contributed, and consent. Pure."""
