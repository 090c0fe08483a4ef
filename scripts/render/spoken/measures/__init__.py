"""Counts, measures, money, ranges and fractions as they are said. ``quantities`` is the door; pure.

``long_forms`` writes out what is written short while digits are still digits (``~500``, ``3kg-6kg``,
``1tr5``); ``fractions``, ``rates`` and ``units`` are what a number may stand with.
"""
