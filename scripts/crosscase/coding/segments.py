"""From the terms of the tool to those of the study: codes, domains, groups.

Nothing is checked here: what was not recognised stays empty, and `validation` reports it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from crosscase.coding.codebook import SEPARATOR, Codebook
from crosscase.storage.schemas import AnonymisedCoding, Match


@dataclass(frozen=True, slots=True)
class TranslatedCoding:
    """A coding in the study's terms, as far as it was recognised; not yet validated."""

    coding: AnonymisedCoding
    group: str | None  # the participant's group, None if the participant is unknown
    domain: str | None  # None if the code is unknown
    code: str | None
    match: Match  # how the name of the code was understood

    @property
    def stated_code(self) -> str:
        """Path of the code, as the export writes it."""
        return SEPARATOR.join(self.coding.code_path)


def translate(codings: Iterable[AnonymisedCoding], codebook: Codebook) -> Iterator[TranslatedCoding]:
    """Yield each coding with its code, its domain and its participant's group."""
    for coding in codings:
        match, code = codebook.resolve(coding.code_path)
        yield TranslatedCoding(
            coding=coding,
            group=coding.group,
            domain=codebook.entries[code].domain if code else None,
            code=code,
            match=match,
        )
