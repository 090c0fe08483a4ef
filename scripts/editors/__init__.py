"""Editors: what people run and read on their screen."""
