"""The house's words on the command line."""
