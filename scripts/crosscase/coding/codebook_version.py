"""The version of a codebook, as tables, figures and the page state it: how many codes it has, and a short digest.

The digest is the beginning of the SHA-256 of `data/codebook.csv` in the study's package. It changes with the codes,
their labels, definitions and places, and not when another program saves the same codebook again.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from crosscase.labels.labels import Labels
from crosscase.storage import files
from crosscase.storage.schemas import CodebookEntry

COLUMNS = ("domain", "code", "label", "definition", "parent", "codable")  # that leave the study
_DIGITS = 16  # the leak search knows ids of as many: letters in them are no name


@dataclass(frozen=True, slots=True)
class CodebookVersion:
    """Which codebook something was coded with."""

    codes: int  # that passages can have
    digest: str

    def note(self, words: Labels) -> str:
        """The note of a table or figure."""
        codes = words.counted("code_number", self.codes)
        return words("codebook_version", codes=codes, version=self.digest)


def published_text(codebook: Sequence[CodebookEntry]) -> str:
    """The codebook as the package has it, in CSV."""
    return files.csv_text(COLUMNS, ([getattr(entry, name) for name in COLUMNS] for entry in codebook))


def of(codebook: Sequence[CodebookEntry]) -> CodebookVersion:
    """The version of a codebook."""
    digest = hashlib.sha256(published_text(codebook).encode()).hexdigest()
    return CodebookVersion(sum(entry.codable for entry in codebook), digest[:_DIGITS])
