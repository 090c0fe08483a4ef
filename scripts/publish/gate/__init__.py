"""The last check over the finished site: nothing harmful, nothing missing, nothing foreign. Reads."""
