"""What the marks of the study are worth: exact statistics over mentions, cells and participants.

One method a module, pure. May import `coding`, `storage`, `study` and `messages`; the steps import it.
"""
