"""Two builds of a study in fresh copies, and the comparison of their results.

Only commands import this folder; it imports `anonymisation`, `messages`, `provenance`, `running`, `storage`, `study`.
"""
