"""Photos and recordings, hostile until they were measured and searched. Reads."""
