"""Render: catalog in, text out. Pure; Jinja2 templates hold every tag."""
