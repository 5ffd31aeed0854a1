"""What is still open in a new study: a list with file and cell, in the order in which to do it.

Each file comes once: study.yaml with the groups, then the register and the codebook, which stand on it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from crosscase.labels import labels
from crosscase.messages.errors import Problem
from crosscase.messages.wording import agree, counted, joined, runs
from crosscase.spreadsheets import team_lists
from crosscase.starting import register_workbook, study_text
from crosscase.starting.aligned_codes import Aligned
from crosscase.starting.proposal import Proposal, key_of_groups
from crosscase.starting.study_text import CODEBOOK, REGISTER
from crosscase.starting.words_for_groups import COUNTRY, canonical
from crosscase.storage.schemas import CodebookEntry
from crosscase.study.facts import CONFIG, GROUP

_NOWHERE = "ZZ"  # no country
_MOST_ROWS = 12  # and runs of rows in a sentence
_MOST = 5  # names in a sentence
_TO_FILL = {  # first what stops the build
    GROUP: "Choose one from the list.",
    "name": "Write the participant's name, unless the texts have pseudonyms. Several documents of one go into one row.",
    "consent_to_quote": "Choose yes or no; empty means no.",
}
_IN_SEVERAL_GROUPS = " Who is in several groups has a row in each, with one id."


def find(
    proposal: Proposal,
    lines: Sequence[Sequence[str]],
    aligned: Aligned,
    entries: Sequence[CodebookEntry],
    decide: Mapping[str, str],
) -> Iterator[Problem]:
    """All points of what was proposed."""
    yield from _of_groups(proposal)
    yield from _of_register(lines, proposal)
    yield from _of_shared_names(proposal, lines)
    for export in proposal.exports:
        for remark in export.remarks:
            yield Problem(CONFIG, f"exports.{export.name}", remark.what, remark.advice)
    for number, entry in enumerate(entries, 2):
        if entry.code in decide:
            yield Problem(CODEBOOK, f"H{number} and I{number}", decide[entry.code], "Decide, then empty the cell in I.")
    yield from _alone(aligned, entries)
    language = study_text.language_of_all(proposal.exports)
    if language not in ("", labels.DEFAULT):
        advice = f"If the paper is in the language of the interviews, write there: output_language: {language!r}."
        yield Problem(CONFIG, "output_language", "tables, figures and pages will be in English", advice)


def by_file(points: Iterable[Problem]) -> list[Problem]:
    """Points in the order of their files: those that are not of the study, study.yaml, then the lists."""
    files = [CONFIG, REGISTER, CODEBOOK]
    return sorted(points, key=lambda point: files.index(point.file) if point.file in files else -1)


def _of_register(lines: Sequence[Sequence[str]], proposal: Proposal) -> Iterator[Problem]:
    for column, advice in _TO_FILL.items():
        place, heading = register_workbook.COLUMNS.index(column), proposal.by if column == GROUP else column
        advice += _IN_SEVERAL_GROUPS if column == "name" and len(proposal.groups) > 1 else ""
        if empty := [number for number, line in enumerate(lines, 2) if not line[place]]:
            yield Problem(REGISTER, register_workbook.cells(column, empty), f"`{heading}` is empty", advice)
    place = register_workbook.COLUMNS.index("documents")
    seen: dict[str, list[int]] = {}
    for number, line in enumerate(lines, 2):
        seen.setdefault(line[place].casefold(), []).append(number)
    if again := [number for numbers in seen.values() if len(numbers) > 1 for number in numbers]:
        what = f"{counted(len(again), 'document')} with the name of another, in another export"
        advice = "If two are of one participant, keep one row and empty its cell under `export`."
        yield Problem(REGISTER, register_workbook.cells("documents", again), what, advice)


def _of_shared_names(proposal: Proposal, lines: Sequence[Sequence[str]]) -> Iterator[Problem]:
    """Documents of one name that stand in several groups or folders of an export, each a row."""
    shared = {
        (item.export, team_lists.one_cell([item.document.name])) for item in proposal.placed if item.document.is_shared
    }
    export, documents = (register_workbook.COLUMNS.index(column) for column in ("export", "documents"))
    if numbers := [n for n, line in enumerate(lines, 2) if (line[export], line[documents]) in shared]:
        what = "the name of a document stands in several groups or folders, and each counts as a participant"
        advice = "If two are one interview, put both into one row, with | between them, and choose its group."
        yield Problem(REGISTER, register_workbook.cells("documents", numbers), what, advice)


def _of_groups(proposal: Proposal) -> Iterator[Problem]:
    by_reason: dict[str, list[str]] = {}
    for place, why in proposal.guessed.items():
        by_reason.setdefault(why, []).append(place)
    for why, places in by_reason.items():
        advice = "Correct it here and in the register if it is wrong: names of groups are published."
        yield Problem(CONFIG, joined(places, len(places)), f"a guess: {why}", advice)
    for code, spellings in proposal.merged.items():
        what = f"{joined([f'“{name}”' for name in spellings], _MOST)} are read as one group"
        yield Problem(
            CONFIG,
            f"{key_of_groups(proposal.by)}, {code}",
            what,
            "If they are several, name them differently in the exports.",
        )
    guessed = [group for group in proposal.groups if group.code in proposal.guessed_isos]
    by_iso: dict[str, list[str]] = {}
    for group in guessed:
        by_iso.setdefault(group.iso, []).append(group.code)
    place, key = key_of_groups(proposal.by), "iso" if canonical(proposal.by) == COUNTRY else "region"
    if codes := by_iso.pop(_NOWHERE, []):
        what = f"`{key}: {_NOWHERE}`, since it is not known where the interviews were held"
        advice = f"Write its code in the place of {_NOWHERE}: numbers and names are looked for as in this country."
        yield Problem(CONFIG, f"{place}, {joined(codes, _MOST)}", what, advice)
    if by_iso:
        known = joined(f"`{key}: {iso}` of {joined(codes, _MOST)}" for iso, codes in sorted(by_iso.items()))
        what = f"{known} {agree(len(by_iso), 'is', 'are')} guessed from the language of the passages"
        advice = "Numbers and names are looked for as in this country: correct it if it is another."
        yield Problem(CONFIG, place, what, advice)


def _alone(aligned: Aligned, entries: Sequence[CodebookEntry]) -> Iterator[Problem]:
    """Codes that one of several exports has. If most are such, the exports may not share a codebook."""
    rows: dict[str, list[int]] = {}
    for number, entry in enumerate(entries, 2):
        if export := aligned.alone.get(entry.code):
            rows.setdefault(export, []).append(number)
    alone = sum(map(len, rows.values()))
    if 2 * alone > len(entries):
        what = f"{alone} of {counted(len(entries), 'code')} are in one export alone"
        advice = "Were the exports coded with one codebook? If names differ, write them under `aliases` of one row."
        yield Problem(CODEBOOK, "", what, advice)
        return
    for export, numbers in rows.items():
        listed = [f"{first} to {last}" if last > first else str(first) for first, last in runs(numbers)]
        place = f"{'row' if len(numbers) == 1 else 'rows'} {joined(listed, _MOST_ROWS)}"
        ids = joined([entries[number - 2].code for number in numbers], _MOST)
        advice = "If it is another name of a code: `crosscase codebook merge` makes one of both."
        yield Problem(CODEBOOK, place, f"only the export {export} has {ids}", advice)
