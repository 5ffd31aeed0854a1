"""Anonymisation: from codings with people in them to codings with pseudonyms and placeholders.

`anonymiser` does this for one export, with the register, the lists of names, the redaction of texts and the decisions
of review. `keys` and `key_changes` keep the key of the pseudonyms. The script `anonymise_export`, the leak scan and the
commands on keys import this folder; it imports `detectors`, `readers`, `coding` and what lies below.
"""
