"""Files that are whole or not there: durable writing, the lock, what is kept by content. Writes."""
