"""The words that nine languages use around names and numbers, and the ordinary words of each.

`detectors` and `leaks` import this folder; it imports nothing of crosscase.
"""
