"""What the pipeline says to people.

Problems with file, place and remedy (`errors`, `reporting`), the wording that they share (`wording`), and text that
shows characters which a terminal would hide or obey (`visible_text`).

The lowest folder: every other may import it, and it imports nothing of crosscase.
"""
