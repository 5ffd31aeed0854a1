"""The codebook of a study, `config/codebook.csv`; its domains are roots, by the titles of `study.yaml` beside it."""

from pathlib import Path

from crosscase import spreadsheets, study
from crosscase.codebooks.listed import ListedCode


def recognise(headings: set[str]) -> bool:
    """The columns of `config/codebook.csv`."""
    return {"domain", "code", "label", "parent"} <= headings


def read(path: str) -> list[ListedCode]:
    """The codes with their domain and parents; the domains themselves hold codes and are none."""
    titles = {domain.id: domain.title for domain in study.read_domains(str(Path(path).with_name("study.yaml")))}
    sheet = spreadsheets.read_list(path)
    rows = {record.fields["code"]: record.fields for record in sheet.records}

    def above(row: dict[str, str], levels: int) -> tuple[str, ...]:
        parent = rows.get(row["parent"])
        if parent and levels:
            return (*above(parent, levels - 1), row["label"])
        return (titles.get(row["domain"], row["domain"]), row["label"])

    roots = dict.fromkeys(titles.get(row["domain"], row["domain"]) for row in rows.values())
    return [ListedCode((root,), codable=False) for root in roots] + [
        ListedCode(above(row, len(rows)), row.get("definition", ""), row.get("codable", "") != "no")
        for row in rows.values()
    ]
