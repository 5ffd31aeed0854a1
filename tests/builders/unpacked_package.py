"""A package of the study in the working directory, for a recount; no package is packed."""

import json
from pathlib import Path
from typing import Any

from crosscase.packages import contents
from crosscase.storage import files
from crosscase.storage.schemas import CodebookEntry, Mention, Participant
from crosscase.study import study_folder
from tests.builders.projects import ROOT
from verifier.package import Package


class Unpacked(Package):
    """What a package has for a recount."""

    def __init__(self) -> None:
        study = study_folder.study_here()
        kept = contents.data(
            study,
            files.read_all(sorted(Path("data/processed/mentions").glob("*.parquet")), Mention),
            list(files.read_all(sorted(Path("data/processed/participants").glob("*.parquet")), Participant)),
            files.read_rows("data/processed/codebook.parquet", CodebookEntry),
            [],
        )
        self._kept = {file.path: file.source for file in kept}

    def read(self, name: str) -> bytes:
        return Path(name).read_bytes()

    def text(self, name: str) -> str:
        """A file that would be in the package."""
        if name in self._kept:
            content = self._kept[name]
            assert isinstance(content, bytes)
            return content.decode()
        return (ROOT / name.removeprefix("code/") if name.startswith("code/") else Path(name)).read_text("utf-8")

    def json(self, name: str) -> Any:
        return json.loads(self.text(name))
