"""`crosscase add` in this process, in the small study with its files of exports. All names and texts are invented."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
import xlsxwriter
import yaml

from crosscase import cli
from tests.builders.projects import Study
from tests.builders.small_study import CODINGS, REGISTER, write_csv

CONFIG, CODEBOOK, PEOPLE = "config/study.yaml", "config/codebook.csv", "data/raw/participants.csv"
HEADINGS = ("Interview", "Code", "Text")
NEW = "words that are new"
NAMES = ("Talk ", "Gwers ", "Nonesuch", *(row[1] for row in REGISTER[1:]))  # of documents and people


def add(*words: object, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    """The exit code of `crosscase add`, and what it printed: no word of an interview, no name of a document."""
    code = cli.main(["add", *map(str, words)])
    printed = "".join(capsys.readouterr())
    texts = {text for codings in CODINGS.values() for _, _, text in codings}
    assert not [secret for secret in (*texts, NEW, *NAMES) if secret in printed]
    return code, printed


def files_of(folder: Path) -> dict[str, bytes]:
    """The files of a study by their paths."""
    found = (path for path in folder.rglob("*") if path.is_file() and ".snakemake" not in path.parts)
    return {str(path.relative_to(folder)): path.read_bytes() for path in found}


def newer(tmp_path: Path, *further: Sequence[str], name: str = "from Ireland.csv") -> Path:
    """A newer export of `ie`: without its last coding, and with further ones."""
    write_csv(tmp_path / name, [HEADINGS, *CODINGS["ie"][:-1], *further])
    return tmp_path / name


def exports(study: Study) -> dict[str, dict[str, object]]:
    """The exports as study.yaml describes them."""
    return yaml.safe_load(study.text(CONFIG))["exports"]  # type: ignore[no-any-return]


def configure(study: Study, name: str, **keys: object) -> None:
    """Change the keys of an export: None removes one."""
    config = yaml.safe_load(study.text(CONFIG))
    changed = {**config["exports"].get(name, {}), **keys}
    config["exports"][name] = {key: value for key, value in changed.items() if value is not None}
    (study.folder / CONFIG).write_text(yaml.safe_dump(config, sort_keys=False), encoding="utf-8")


def workbook(path: Path, sheets: Mapping[str, Sequence[Sequence[str]]]) -> Path:
    """Write a workbook with these rows in its sheets."""
    book = xlsxwriter.Workbook(str(path))
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    book.close()
    return path
