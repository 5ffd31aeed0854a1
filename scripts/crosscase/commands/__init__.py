"""What `crosscase <verb>` does, one module a verb; `crosscase.cli` finds them here and says what a module has.

Nothing imports it. A verb may import everything, but only in `run`, so that the help is there at once.
"""
