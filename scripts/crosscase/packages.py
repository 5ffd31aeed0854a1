"""What goes into the package that a study hands over, and what stays behind.

1. Of the files of the manifest those go in whose folder is listed in `PUBLISHED`: a new folder stays behind until
   somebody has thought about it.
2. Added are the tables that a reader needs to count every cell again without this pipeline: mentions, participants,
   codebook and the facts of the study.
3. Of a participant the package tells the pseudonym and the country, and no more: position and organisation together
   would single people out. The sample table's other counts therefore cannot be counted again from it.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from crosscase import files
from crosscase.run_crate.about import About, Term, Vocabulary
from crosscase.schemas import CodebookEntry, Mention, Participant, columns
from crosscase.study import Country, Domain, NotCoded, SampleVariable

PUBLISHED = (
    "data/processed/codebook.parquet",
    "data/processed/mentions/",
    "results/cells/",
    "results/figures/",
    "results/provenance/",
    "results/report/",
    "results/tables/",
    "results/validation/",
    "results/verification/",
)
MENTIONS, PARTICIPANTS, CODEBOOK, STUDY = "data/mentions.csv", "data/participants.csv", "data/codebook.csv", "data/study.json"
CODEBOOK_COLUMNS = ("domain", "code", "label", "definition", "parent", "codable")
SYNTHETIC = "synthetic reconstruction, not the interviews"
_CONTENT = (
    "Tables and heatmaps of a multi-country interview study, rebuilt from its coded exports by crosscase, with the "
    "mentions that every cell is counted from, under pseudonyms and without any words of an interview beyond those on "
    "the page, and with the steps that made each file. The raw exports are not in it, only their digests."
)


@dataclass(frozen=True, slots=True)
class Facts:
    """What the package tells of a study beside its results."""

    id: str
    title: str
    synthetic_note: str  # empty: the interviews are real
    countries: list[Country]
    domains: list[Domain]
    not_coded: list[NotCoded]
    sample: list[SampleVariable]

    @property
    def name(self) -> str:
        """Title of the package."""
        return f"{self.title} ({SYNTHETIC})" if self.synthetic_note else self.title

    @property
    def description(self) -> str:
        """What the package is, first of all whether it is synthetic."""
        return f"{self.synthetic_note} {_CONTENT}".strip()


def published(manifest: dict[str, Any]) -> tuple[list[dict[str, Any]], list[str]]:
    """The entries of the manifest whose files go into the package, and the paths of those that stay behind."""
    entries = manifest["files"]
    inside = [entry for entry in entries if entry["path"].startswith(PUBLISHED)]
    outside = {entry["path"] for entry in entries} - {entry["path"] for entry in inside}
    return inside, sorted(outside | set(manifest["volatile"]))


def data_files(
    facts: Facts,
    mentions: Iterable[Mention],
    participants: Iterable[Participant],
    codebook: Iterable[CodebookEntry],
    held_back: Sequence[str],
) -> dict[str, tuple[str, str]]:
    """The tables for counting again, and the facts: text and description by path in the package."""
    names = columns(Mention)
    counted = sorted([getattr(mention, name) for name in names] for mention in mentions)
    people = sorted({(person.participant, person.country) for person in participants})
    codes = ([getattr(entry, name) for name in CODEBOOK_COLUMNS] for entry in codebook)
    told = {
        "id": facts.id,
        "title": facts.title,
        "synthetic_note": facts.synthetic_note,
        "countries": [{"code": country.code, "name": country.name} for country in facts.countries],
        "domains": [{"id": domain.id, "title": domain.title} for domain in facts.domains],
        "not_coded": list(map(asdict, facts.not_coded)),
        "sample": [{"id": v.id, "title": v.title, "categories": v.categories} for v in facts.sample],
        "held_back": list(held_back),
    }
    return {
        MENTIONS: (files.csv_text(names, counted), "in how many segments each participant mentions each code"),
        PARTICIPANTS: (files.csv_text(("participant", "country"), people), "who was interviewed: pseudonym, country"),
        CODEBOOK: (files.csv_text(CODEBOOK_COLUMNS, codes), "the codes, in the order of the tables"),
        STUDY: (json.dumps(told, ensure_ascii=False, indent=1) + "\n", "the facts of the study"),
    }


def vocabularies(codebook: Sequence[CodebookEntry], domains: Iterable[Domain]) -> list[Vocabulary]:
    """The codebook as sets of terms, one a domain."""
    return [
        Vocabulary(
            domain.id,
            domain.title,
            [Term(code.code, code.label, code.definition) for code in codebook if code.domain == domain.id],
        )
        for domain in domains
    ]


def readme(facts: Facts, about: About, held_back: Sequence[str]) -> str:
    """The page that lies in the package and says what it is, how to check it, and what it cannot show."""
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

It checks every digest and counts every cell and table again. If you do not want to trust a checker that lies in what it
checks, take `scripts/verify_package.py` from the pipeline's repository. With pyarrow installed it also compares the
Parquet files.

## What is not here

The raw exports, and all words of an interview but those that the page may show. Of each export there is the digest, in
`results/provenance/steps.json`. Participants have pseudonyms: as long as their key exists somewhere, that is
pseudonymous, not anonymous. Of a participant's variables only the country is here, so of the sample table only the
counts by country can be counted again.

The manifest also names files that stay with the study:

{outside}"""
