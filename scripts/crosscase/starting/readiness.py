"""What a study still needs before it can be built, in the order in which to do it, and what its exports hold meanwhile.

It reads every export, without anonymisation, in seconds. Lists that are half filled in are used as far as they go.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from crosscase.anonymisation import gazetteer, guide, register
from crosscase.anonymisation.document_names import without_ending
from crosscase.anonymisation.register import Register
from crosscase.codebooks.codebook_edits import DECIDE
from crosscase.coding import codebook, named_codes
from crosscase.coding.codebook import Codebook
from crosscase.heatmaps import undrawn_letters
from crosscase.messages.errors import Problem, StudyError, missing_file, noting
from crosscase.messages.wording import counted
from crosscase.packages import citation
from crosscase.readers import export_formats
from crosscase.spreadsheets import team_lists
from crosscase.starting import (
    contents,
    decided_in_study,
    names_in_study,
    sample_columns,
    taken_headings,
    words_in_doubt,
)
from crosscase.starting.found import describe
from crosscase.starting.unchanged_files import digest_of
from crosscase.starting.words_in_doubt import InDoubt
from crosscase.storage.schemas import Match
from crosscase.study import group_languages, group_names, list_headings
from crosscase.study.facts import CONFIG, REGISTER_COLUMNS, Study, missing_of
from crosscase.verification import printed_numbers

_CODEBOOK_REMEDY = "Write it: `crosscase codebook import FROM` does so from an export or a codebook of your tool."
_MOST = 20  # columns that a line lists
_REGISTER_REMEDY = "Write it, with a row for each participant: {columns}."


@dataclass(slots=True)
class Readiness:
    """What was understood, and what is missing or wrong, in the order in which to do it."""

    understood: list[str] = field(default_factory=list)  # of the lists
    exports: list[str] = field(default_factory=list)  # a line for each
    missing: list[Problem] = field(default_factory=list)  # without it no build begins
    lacking: list[Problem] = field(default_factory=list)  # codes and documents; the preflight report says more of them
    to_decide: list[Problem] = field(default_factory=list)
    in_doubt: list[InDoubt] = field(default_factory=list)  # words of the study's own texts, for the team alone


def examine(study: Study, problems: Sequence[Problem] = ()) -> Readiness:
    """Look at the codebook, the register and all exports.

    `problems` are those of study.yaml. With any, only the lists are looked at: what an export holds depends on it.
    """
    found = Readiness()
    book = _codebook(study, found)
    found.missing += undrawn_letters.problems(study, book.entries.values() if book else ())
    people = _register(study, book, found)
    _other_lists(study, book, people, found)
    with noting(found.missing):
        own = words_in_doubt.judge_of(study, people.people if people else ())
        said = {(problem.file, problem.place) for problem in (*found.missing, *found.to_decide)}
        entries = list(book.entries.values()) if book else ()
        found.to_decide += words_in_doubt.find(study, own, entries, said=said, note=found.in_doubt.extend)
    found.understood += taken_headings.lines(study)
    absent = [name for name, export in study.exports.items() if not Path(export.file).is_file()]
    remedy = "Put the file there, or correct the path."
    found.missing[:0] = [
        *problems,
        *(missing_file(study.exports[name].file, remedy, CONFIG, f"exports.{name}.file") for name in absent),
    ]
    for name in () if problems else study.exports:
        if name not in absent:
            _export(study, name, book, people, found)
    found.to_decide += _repeated(study, absent)
    if found.missing:
        found.missing += found.lacking
    found.missing = list(dict.fromkeys(found.missing))  # what is wrong with a list that is read for two reasons
    found.to_decide += _undecided(study)
    return found


def _repeated(study: Study, absent: Collection[str]) -> Iterator[Problem]:
    """The exports that are the same file as an earlier one, and read in the same way: codings would count twice."""
    first: dict[tuple[object, ...], str] = {}
    for name, export in study.exports.items():
        if name not in absent:
            codes = (export.columns.get("code"), export.code_columns, export.leave_out)
            key = (digest_of(export.file), export.sheet, export.header_row, repr(codes))
            if (same := first.setdefault(key, name)) != name:
                what = f"it is the same file as that of the export {same}, so each of its codings counts twice"
                yield Problem(CONFIG, f"exports.{name}.file", what, "Remove one of the two exports.")


def _undecided(study: Study) -> Iterator[Problem]:
    """The rows of the codebook in which `crosscase new` asks for a decision."""
    try:
        sheet = study.sheets.get("codebook")
        records = team_lists.examine(
            study.codebook, (), words=list_headings.CODEBOOK, sheet=sheet, key="codebook"
        ).records
    except StudyError:
        return
    for record in records:
        if question := record.fields.get(DECIDE):
            yield Problem(study.codebook, f"{record.locator}, column `{DECIDE}`", question, "Then empty the cell.")


def _codebook(study: Study, found: Readiness) -> Codebook | None:
    if not Path(study.codebook).is_file():
        found.missing.append(missing_file(study.codebook, _CODEBOOK_REMEDY))
        return None
    try:
        entries = codebook.read(study.codebook, study.domains, study.sheets.get("codebook"))
        with noting(found.missing):
            named_codes.check(entries, study)
        return Codebook(entries, study.domains)
    except StudyError as error:
        found.missing += error.problems
        return None


def _register(study: Study, book: Codebook | None, found: Readiness) -> Register | None:
    if not Path(study.register).is_file():
        columns = ", ".join(
            (
                *REGISTER_COLUMNS[:2],
                study.compare.one,
                *REGISTER_COLUMNS[2:],
                *(variable.id for variable in study.sample),
            )
        )
        found.missing.append(missing_file(study.register, _REGISTER_REMEDY.format(columns=columns)))
        return None
    categories = {variable.id: variable.categories for variable in study.sample}
    try:
        own, sheet = group_names.own_names(study.groups), study.sheets.get("register")
        people, problems = register.look_at(
            study.register, own, categories, study.compare.one, sheet, missing_of(study.sample), study.compare.key
        )
    except StudyError as error:
        found.missing += error.problems
        return None
    if problems and not any(person.participant for person in people.people):  # it is no register at all
        found.missing += problems
        return None
    whole, parts = names_in_study.find(study, people.people, list(book.entries.values()) if book else ())
    found.missing += [*problems, *whole]
    found.to_decide += [Problem(study.register, "", what, register.WITHOUT_NAME) for what in people.without_name()]
    what = "several participants have one name"
    found.to_decide += [Problem(study.register, rows, what, register.ONE_NAME) for rows in people.of_one_name()]
    found.to_decide += people.dates_in_doubt(study.register)
    found.to_decide += [*parts, *sample_columns.propose(study, people.people)]
    return people


def _other_lists(study: Study, book: Codebook | None, people: Register | None, found: Readiness) -> None:
    """What is wrong with the lists that are neither codebook nor register, and with the citation."""
    found.missing += citation.problems(citation.FILE)
    readers = {"matrices": printed_numbers.read_matrices, "sample": printed_numbers.read_sample}
    for name, path in study.published.items():
        with noting(found.missing):
            readers[name](path)
    with noting(found.missing):  # a row that is wrong only leaves its words in the review
        found.to_decide += decided_in_study.find(study, list(book.entries.values()) if book else ())
    if study.identifiers and Path(study.identifiers).is_file():
        spoken = group_languages.supported(group_languages.languages_of_groups(study.groups, study.languages))
        with noting(found.missing):
            sheet = study.sheets.get("identifiers")
            gazetteer.read_gazetteer(study.identifiers, spoken, column=study.compare.one, sheet=sheet)
    if study.guide and Path(study.guide).is_file() and people:
        with noting(found.missing):
            own, sheet = group_names.own_names(study.groups), study.sheets.get("guide")
            read = guide.read(study.guide, people.people, study.domains, own, study.compare.one, sheet)
            found.understood += _described(study.guide, read, people)


def _described(path: str, read: guide.Guide, people: Register) -> Iterator[str]:
    """What a guide says: for each domain how many participants were not asked."""
    silent = [read.not_asked(person) for person in people.people if not person.withdrawn]
    for domain in read.domains:
        if number := sum(domain.id in domains for domains in silent):
            yield f"{path}: {counted(number, 'participant')} of {len(silent)} not asked about “{domain.title}”"
    if not any(silent):
        yield f"{path}: everybody was asked about every domain"


def _export(study: Study, name: str, book: Codebook | None, people: Register | None, found: Readiness) -> None:
    """What an export holds, and which of its codes and documents the lists lack."""
    given = study.exports[name]
    try:
        settings, _ = export_formats.settle(given.file, given)
        export = contents.read(given.file, settings, name, book.paths if book else (), limits=study.limits)
    except StudyError as error:
        found.missing += error.problems
        return
    found.exports.append(describe(export))
    found.to_decide += [Problem(CONFIG, f"exports.{name}", remark.what, remark.advice) for remark in export.remarks]
    unknown = sum(book.resolve(path)[0] == Match.UNKNOWN for path in export.counts) if book else 0
    if unknown:
        what = f"it lacks {counted(unknown, 'code')} of the export {name}"
        remedy = "Add each, or write its name under `aliases` of the code that is meant."
        found.lacking.append(Problem(study.codebook, "", what, remedy))
    strangers = sum(not _has(people, name, document.name) for document in export.documents) if people else 0
    if strangers and not given.participant_from:
        what = f"it lacks {counted(strangers, 'document')} of the export {name}"
        remedy = "Write the name of each under `documents` of its participant."
        found.lacking.append(Problem(study.register, "", what, remedy))


def _has(people: Register, export: str, document: str) -> bool:
    return people.find(export, document, without_ending(document)) is not None
