"""Detectors of identifiers in a text: one module for each kind, each with `find(text, setting)`; see `spans`.

`anonymisation` and `leaks` import this folder; it imports `languages`, `messages`, `storage` and `study`.
"""
