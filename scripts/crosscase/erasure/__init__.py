"""Proof that somebody who withdrew is gone: what to search for, where it is searched for, and the record of it.

1. `register_edit`: `withdrawn: yes` in the register.
2. `traces`: everything that stands for the person in what builds have made; collected before the next build.
3. `decision_edit`: the decisions on doubtful words without the person.
4. `search`: the files in which a trace is left, also packed ones.
5. `stated_words`: where the study itself has a word of the person's names.
6. `record`: what was searched and what is left, without naming the person.

Only the command `crosscase withdraw` imports this folder. It is a person's tool, no step: it opens the register.
"""
