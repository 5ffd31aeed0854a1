"""What the pipeline says to people: problems with file, place and remedy, and the wording that they share.

The lowest folder: every other may import it, and it imports nothing of crosscase.
"""
