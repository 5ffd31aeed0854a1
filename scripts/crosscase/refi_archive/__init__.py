"""The study as a REFI-QDA project and codebook, the exchange format of coding tools.

Only the step `archive_study` imports this folder; it imports `coding`, `messages`, `storage` and `study`.
"""
