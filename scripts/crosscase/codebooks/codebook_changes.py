"""Renames and merges codes in the codebook of a study, and says what was changed and what a person should do."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from crosscase.codebooks import codebook_edits, revisions
from crosscase.codebooks.revisions import Revision
from crosscase.coding import codebook
from crosscase.detectors.words import words_of
from crosscase.messages.wording import joined
from crosscase.running import locks
from crosscase.spreadsheets import team_lists
from crosscase.storage.schemas import CodebookEntry
from crosscase.storage.text_form import fold
from crosscase.study.facts import Study

_MOST = 8  # aliases in a line
_ID_STAYS = (
    "The id {id} stays, with the address of each cell, and is published. If a word of the former name must go, such as"
    " a person's, write another id under `code` in {codebook} and wherever it stands."
)


@locks.no_build()
def rename(study: Study, name: str, label: str) -> list[str]:
    """Give a code another label. Raises UsageError if that cannot be, StudyError if the codebook cannot be written."""
    sheet = study.sheets.get("codebook")
    entries = codebook.read(study.codebook, study.domains, sheet)
    former = revisions.find(entries, name)
    revision = revisions.rename(entries, study.domains, former.code, label)
    made = codebook_edits.content(study.codebook, revision.entries, study.domains, sheet=sheet)
    said = [f"Renamed: {former.code} is “{label}” now, not “{former.label}”.", *_report(study, entries, revision)]
    codebook_edits.write(study.codebook, made)
    if _has_words_of(former.code, former.label, label):
        said.append(_ID_STAYS.format(id=former.code, codebook=study.codebook))
    return said


def _has_words_of(code: str, former: str, label: str) -> bool:
    """Whether an id has a word of the former label that the new one does not have."""
    gone = {word.shape for word in words_of(former)} - {word.shape for word in words_of(label)}
    return not gone.isdisjoint(word.shape for word in words_of(code))


@locks.no_build()
def merge(study: Study, names: Sequence[str], into: str) -> list[str]:
    """Make one code of several. Raises UsageError if that cannot be, StudyError if the codebook cannot be written."""
    sheet = study.sheets.get("codebook")
    entries = codebook.read(study.codebook, study.domains, sheet)
    target = revisions.find(entries, into)
    codes = [revisions.find(entries, name).code for name in names]
    revision = revisions.merge(entries, study.domains, codes, target.code)
    made = codebook_edits.content(study.codebook, revision.entries, study.domains, target.code, sheet=sheet)
    said = [f"Merged: {joined(revision.removed)} into {target.code}.", *_report(study, entries, revision)]
    codebook_edits.write(study.codebook, made)
    return said


def _report(study: Study, former: Sequence[CodebookEntry], revision: Revision) -> Iterator[str]:
    before = {entry.code: entry for entry in former}
    for entry in revision.entries:
        if new := [alias for alias in entry.aliases if alias not in before[entry.code].aliases]:
            yield f"Aliases of {entry.code}, so that earlier exports are read: {joined([f'“{a}”' for a in new], _MOST)}"
    yield from revision.said
    yield from _printed(study, before, revision)


def _printed(study: Study, before: dict[str, CodebookEntry], revision: Revision) -> Iterator[str]:
    """Names that the study has printed and that the codebook does not have any more."""
    path = study.published.get("matrices", "")
    if not Path(path).is_file():
        return
    now = {(entry.domain, fold(entry.label)) for entry in revision.entries}
    lost = {(entry.domain, fold(entry.label)) for entry in before.values()} - now
    for record in team_lists.read(path, ("domain", "label")).records:
        if (record.fields["domain"], fold(record.fields["label"])) in lost:
            yield f"{path}, {record.locator}: it has “{record.fields['label']}”. Correct it there, too."
