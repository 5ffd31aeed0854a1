"""What changed between two builds: codings that came, went or count elsewhere, and the cells that differ for it.

May import `coding`, `storage` and `messages`; `notebooks` and `commands` import it.
"""
