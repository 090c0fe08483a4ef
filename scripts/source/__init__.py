"""Source: the only reader of ``content/``. Bytes in, stories or problems out."""
