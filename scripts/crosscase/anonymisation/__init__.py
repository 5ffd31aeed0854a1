"""From people to pseudonyms and placeholders: the register, the keys, the redaction of texts, and the review.

The script `anonymise_export`, the leak search and the commands on keys import it; it imports `detectors`, `readers`,
`coding` and what lies below.
"""
