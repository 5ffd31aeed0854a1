"""The README beside an archive of the coding: what the archive is, what it contains and what not."""

from collections.abc import Collection, Iterator

from crosscase.coding.quotation_consent import QuotationRule
from crosscase.messages.wording import counted, with_article
from crosscase.refi_archive.passages import WITHHELD, WITHHELD_FOR_OTHERS, WITHHELD_IN_REVIEW, WORDLESS
from crosscase.storage.schemas import Participant, Segment
from crosscase.study.facts import Study


def write(
    study: Study, segments: Collection[Segment], participants: Collection[Participant], quoting: QuotationRule
) -> str:
    """The page as Markdown."""
    documents = {segment.document for segment in segments}
    with_words = sum(bool(segment.text) and quoting.allows(segment) for segment in segments)
    lines = [
        f"# {study.title}: the coding",
        *([f"**{study.synthetic_note}**"] if study.synthetic_note else []),
        f"- `{study.id}.qdpx`: the coded passages as a REFI-QDA project, the exchange format of NVivo, MAXQDA, "
        "ATLAS.ti, QualCoder and others\n"
        f"- `{study.id}.qdc`: the codebook alone",
        f"{counted(len(segments), 'valid coding')} in {counted(len(documents), 'document')} of "
        f"{counted(len(participants), 'participant')}; {with_words} of the codings with their words.",
        "\n".join(f"- {point}" for point in _points(study)),
    ]
    return "\n\n".join(lines) + "\n"


def _points(study: Study) -> Iterator[str]:
    yield (
        "Participants, documents and coders have pseudonyms. While the key of the pseudonyms exists, the archive is "
        "not anonymous. Read it before you share it."
    )
    yield (
        "The text of a document consists of its coded passages, one after the other. The transcripts are not included. "
        "A passage has one selection for each of its coders."
    )
    yield f"Only words of participants who consented to be quoted are included. `{WITHHELD}` replaces others."
    yield (
        f"`{WITHHELD_FOR_OTHERS}` replaces words in which somebody else has a part, `{WITHHELD_IN_REVIEW}` those of a "
        "document whose capital letters are unusual, so that names in it cannot be found."
    )
    yield f"A coding without words in its export has the text `{WORDLESS}`."
    yield (
        f"A case is a participant. A set contains the documents of {with_article(study.compare.one)}. A participant "
        "without a document was never coded."
    )
    titles = {domain.id: domain.title for domain in study.domains}
    names = {group.code: group.name for group in study.groups}
    for gap in study.not_coded:
        yield f"{names[gap.group]} was never coded for: {titles[gap.domain]}. {gap.reason}"
    yield "QualCoder identifies a code by its label only: of two codes with the same label it keeps one."
