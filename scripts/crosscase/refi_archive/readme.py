"""What lies beside an archive of the coding: a page that says what it is, what is in it and what is not."""

from collections.abc import Collection, Iterator

from crosscase.coding.quotation_consent import QuotationRule
from crosscase.refi_archive.passages import WITHHELD, WORDLESS
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
        f"{len(segments)} valid codings in {len(documents)} documents of {len(participants)} participants; "
        f"{with_words} of them with their words.",
        "\n".join(f"- {point}" for point in _points(study)),
    ]
    return "\n\n".join(lines) + "\n"


def _points(study: Study) -> Iterator[str]:
    yield (
        "Participants, documents and coders have pseudonyms. As long as the key of the pseudonyms exists this is not "
        "anonymous: read it before you share it."
    )
    yield (
        "A document's text is made of its coded passages, one after the other; the transcripts are not here. "
        "A passage is a selection for each of its coders."
    )
    yield f"Words are only of participants who consented to be quoted. Elsewhere stands `{WITHHELD}`."
    yield f"A coding that had no words in its export stands at `{WORDLESS}`."
    yield "A case is a participant, a set the documents of a country. A participant without a document was never coded."
    titles = {domain.id: domain.title for domain in study.domains}
    names = {group.code: group.name for group in study.groups}
    for gap in study.not_coded:
        yield f"{names[gap.group]} was never coded for: {titles[gap.domain]}. {gap.reason}"
    yield "QualCoder knows a code by its label alone: where two codes have one label, it keeps one of them."
