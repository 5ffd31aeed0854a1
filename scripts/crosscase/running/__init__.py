"""What surrounds the steps of a build: their logs and errors, locks, the code that a step depends on,
the results that the rules declare, stray files, work that several processes share.

Snakefile, scripts and commands import it; it imports `messages`, `storage` and `study`.
"""
