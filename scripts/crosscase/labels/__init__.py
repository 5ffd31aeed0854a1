"""The words that results say to people, in each language that ships, and how it writes numbers.

`<language>.toml` has them; a study overrides some in `config/labels.yaml`. It imports `messages`. `study`, and what
prints something for readers, may import it.
"""
