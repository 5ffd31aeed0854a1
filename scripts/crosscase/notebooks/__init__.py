"""A built study, or a package that a study has shared, as pandas frames: what `import crosscase` offers in notebooks.

`results` has the frames, `sources` reads folders and zip files. Only `crosscase/__init__.py` names it, and loads it
when it is first used; it imports `explain`, `coding`, `packages` and what lies below.
"""
