"""From the terms of the tool to those of the study: codes, domains, groups.

Nothing is checked here: what was not recognised stays empty, and `validation` reports it.
"""

from collections.abc import Iterable, Iterator, Mapping

from crosscase.coding.codebook import SEPARATOR, Codebook
from crosscase.storage.schemas import AnonymisedCoding, ImportedSegment, Participant


def translate(
    codings: Iterable[AnonymisedCoding], participants: Iterable[Participant], codebook: Codebook
) -> Iterator[ImportedSegment]:
    """Yield each coding with its code, its domain and its participant's group."""
    groups: Mapping[str, str] = {person.participant: person.group for person in participants}
    for coding in codings:
        match, code = codebook.resolve(coding.code_path)
        yield ImportedSegment(
            segment_id=coding.segment_id,
            export=coding.export,
            document=coding.document,
            participant=coding.participant,
            group=groups[coding.participant] if coding.participant else None,
            domain=codebook.entries[code].domain if code else None,
            code=code,
            coder=coding.coder,
            start=coding.start,
            end=coding.end,
            text=coding.text,
            locator=coding.locator,
            fingerprint=coding.fingerprint,
            stated_code=SEPARATOR.join(coding.code_path),
            code_match=match.value,
            stated_groups=coding.stated_groups,
        )
