"""The study's printed numbers compared with the rebuilt ones, and the rules that stop a build.

Only scripts import it; it imports `coding`, `spreadsheets` and what lies below.
"""
