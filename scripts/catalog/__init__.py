"""Catalog: what the stories say together. Sorted, grouped, counted; pure."""
