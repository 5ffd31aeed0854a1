"""The README.md of the package, in the study's language: what it is, how to check it, what it does not contain."""

from collections.abc import Sequence

from crosscase.labels.labels import BETWEEN
from crosscase.run_crate.about import About
from crosscase.study.facts import Study
from crosscase.study.own_labels import labels_of

_PARTS = (
    ("`results/`", "results"),
    ("`data/`", "data"),
    ("`code/`", "code"),
    ("`ro-crate-metadata.json`", "crate"),
    ("`datapackage.json`", "tables"),
    ("`datacite.json`, `ddi-codebook.xml`", "deposit"),
)


def write(study: Study, about: About, held_back: Sequence[str]) -> str:
    """The page as Markdown. `held_back` are the paths in the manifest that are not in the package."""
    words = labels_of(study)
    authors = ", ".join(author.full_name for author in about.authors)
    version = words(
        "package_version", version=about.version, date=about.published, licence=about.licence, authors=authors
    )
    rows = [f"| {where} | {words(f'package_{key}')} |" for where, key in _PARTS]
    first, second = words("package_columns").split(BETWEEN)
    parts = [
        f"# {words('package_title', title=study.title) if study.synthetic_note else study.title}",
        *([f"**{study.synthetic_note}**"] if study.synthetic_note else []),
        version,
        "\n".join([f"| {first} | {second} |", "| --- | --- |", *rows]),
        f"## {words('package_check')}",
        words("package_needs"),
        "```sh\npython code/scripts/verifier .\n```",
        words("package_checks"),
        f"## {words('package_lacks')}",
        words("package_words"),
        words("package_outside"),
        "\n".join(f"- `{path}`" for path in held_back),
    ]
    return "\n\n".join(parts) + ("\n" if held_back else "")
