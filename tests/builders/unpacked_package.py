"""A package of the study in the working directory, for a recount; no package is packed."""

import json
from pathlib import Path
from typing import Any

from crosscase.coding import cell_codings
from crosscase.coding.observations import ObservationKind
from crosscase.packages import contents
from crosscase.storage import files
from crosscase.storage.schemas import CodebookEntry, Mention, Observation, Participant, Segment
from crosscase.study import study_folder
from tests.builders.projects import ROOT
from verifier.package import Package


def _tables(kind: str) -> list[Path]:
    """The tables of all exports."""
    return sorted(Path("data/processed", kind).glob("*.parquet"))


class Unpacked(Package):
    """What a package has for a recount."""

    def __init__(self) -> None:
        study = study_folder.study_here()
        kept = contents.data(
            study,
            files.read_all(_tables("mentions"), Mention),
            list(files.read_all(_tables("participants"), Participant)),
            list(files.read_rows("data/processed/codebook.parquet", CodebookEntry)),
            [],
            cell_codings.list_codings(files.read_all(_tables("segments"), Segment), study.merging),
            {
                row.export: row.name
                for path in _tables("observations")
                for row in files.read_matching(path, Observation, kind=ObservationKind.FORMAT)
            },
        )
        self._kept = {file.path: file.source for file in kept}

    def read(self, name: str) -> bytes:
        """A file that would be in the package."""
        if name in self._kept:
            content = self._kept[name]
            assert isinstance(content, bytes)
            return content
        return (ROOT / name.removeprefix("code/") if name.startswith("code/") else Path(name)).read_bytes()

    def text(self, name: str) -> str:
        return self.read(name).decode()

    def json(self, name: str) -> Any:
        return json.loads(self.text(name))
