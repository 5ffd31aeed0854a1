"""What changed between two builds: codes, codings that came, went or count elsewhere, and the cells that differ for it.

May import `coding`, `study`, `labels`, `html`, `storage` and `messages`; `notebooks` and `commands` import it.
`comparison` compares, `reasons` says why, `wording` puts it into words, and `change_report` and `page` show it.
"""
