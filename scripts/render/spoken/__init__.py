"""Text as a newsreader says it: numbers, dates, units, papers and short forms spelt out. Pure.

``speech`` is the door. Each other module is one class of what writers shorten, and its ``say_…``
functions turn text into text: what one has said holds no digit, so the next leaves it alone.
Why each reading was chosen: decisions/17; every class has its cases in ``tests/golden/spoken``.
"""
