"""The README.md of the package: what it is, how to check it, and what it does not contain."""

from collections.abc import Sequence

from crosscase.run_crate.about import About
from crosscase.study.facts import Study


def write(study: Study, about: About, held_back: Sequence[str]) -> str:
    """The page as Markdown. `held_back` are the paths in the manifest that are not in the package."""
    warning = f"**{study.synthetic_note}**\n\n" if study.synthetic_note else ""
    outside = "".join(f"- `{path}`\n" for path in held_back)
    return f"""# {about.name}

{warning}Version {about.version}, published {about.published} under {about.licence} by \
{", ".join(author.full_name for author in about.authors)}.

| where | what |
| --- | --- |
| `results/` | the tables, figures, cells, checks and provenance of the study, unchanged |
| `data/` | the data that every cell is counted from: mentions by participant (a pseudonym) and code, participants \
with their {study.compare.one}, the codebook, the facts of the study |
| `code/` | the pipeline that made the results, with its locked requirements |
| `ro-crate-metadata.json` | the inputs and the code of every result: an RO-Crate (Provenance Run Crate 0.5) |
| `datapackage.json` | the columns of each table, with types, units and keys: a Data Package (Table Schema) |
| `datacite.json`, `ddi-codebook.xml` | descriptions for a deposit: DataCite 4, DDI-Codebook 2.5 |

## Check it

You only need Python 3.11 or newer:

```sh
python code/scripts/verifier .
```

It checks every digest and counts every cell and table again. If pyarrow is installed, it also compares the Parquet
files. If you do not trust a checker that comes with the package, use `scripts/verifier/` from
the pipeline's repository.

## What the package does not contain

The package does not contain the raw exports, only their digests in `results/provenance/steps.json`. It contains no
words of interviews except those that the page may show. Participants have pseudonyms: while the key of the pseudonyms
exists, the data are pseudonymous, not anonymous. The {study.compare.one} is the only variable of a participant in the \
package, so only the counts by {study.compare.one} can be counted again for the sample table.

The manifest also lists files that are not in the package:

{outside}"""
