"""A person's review of doubtful words: grouped over the whole study, decided in the terminal or in a spreadsheet.

`word_groups` reads the queues of all exports, `decision_file` the file of decisions; `walk` goes through the words,
`terminal` shows them. The command `crosscase review` imports this folder, no step does: a person reads
`data/restricted/review` here. It imports `anonymisation` and what lies below.
"""
