"""What lies in the package as README.md: what it is, how to check it, and what it cannot show."""

from collections.abc import Sequence

from crosscase.packages.contents import Facts
from crosscase.run_crate.about import About


def write(facts: Facts, about: About, held_back: Sequence[str]) -> str:
    """The page as Markdown. `held_back` are the paths of the manifest that are not in the package."""
    warning = f"**{facts.synthetic_note}**\n\n" if facts.synthetic_note else ""
    outside = "".join(f"- `{path}`\n" for path in held_back)
    return f"""# {about.name}

{warning}Version {about.version}, published {about.published} under {about.licence} by \
{", ".join(author.full_name for author in about.authors)}.

| where | what |
| --- | --- |
| `results/` | the tables, figures, cells, checks and provenance of the study, as the pipeline made them |
| `data/` | what every cell is counted from: mentions by participant (a pseudonym) and code, participants with \
their country, the codebook, the facts of the study |
| `code/` | the pipeline that made it, with its locked requirements |
| `ro-crate-metadata.json` | what was made from what by which code: an RO-Crate (Provenance Run Crate 0.5) |
| `datacite.json`, `ddi-codebook.xml` | descriptions for a deposit: DataCite 4, DDI-Codebook 2.5 |

## Check it

With Python 3.11 or newer, and nothing else:

```sh
python code/scripts/verify_package.py .
```

It checks every digest and counts every cell and table again; with pyarrow installed it also compares the Parquet
files. If you do not want to trust a checker that lies in what it checks, take `scripts/verify_package.py` and
`scripts/verifier/` from the pipeline's repository.

## What is not here

The raw exports, and all words of an interview but those that the page may show. Of each export there is the digest, in
`results/provenance/steps.json`. Participants have pseudonyms: as long as their key exists somewhere, that is
pseudonymous, not anonymous. Of a participant's variables only the country is here, so of the sample table only the
counts by country can be counted again.

The manifest also names files that stay with the study:

{outside}"""
