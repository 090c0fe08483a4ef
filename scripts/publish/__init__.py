"""Publish: the only writer. Stages pages, runs MkDocs, checks the finished site."""
