"""A new study from the exports of its teams: surveys them, proposes, asks, writes, and lists what is open."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from crosscase.coding import codebook
from crosscase.coding.codebook import SEPARATOR
from crosscase.messages.errors import Problem, StudyError, UsageError
from crosscase.messages.wording import agree, counted, cut, joined, plural_of
from crosscase.running.pipeline import SCHEMA
from crosscase.starting import (
    aligned_codes,
    countries,
    left_out,
    open_points,
    proposal,
    register_workbook,
    study_files,
    study_text,
    survey,
    valid_study,
    words_in_doubt,
)
from crosscase.starting.aligned_codes import CAPITALS, Aligned, Near
from crosscase.starting.found import FoundExport, describe, paths_apart, stem
from crosscase.starting.proposal import EVERYBODY, Proposal
from crosscase.starting.questions import Ask
from crosscase.starting.words_for_groups import COUNTRY, canonical, one_and_many
from crosscase.storage.schemas import CodebookEntry
from crosscase.storage.text_form import fold
from crosscase.study import configuration, group_problems
from crosscase.study.facts import CONFIG, Compare
from crosscase.study.slugs import slug

_MOST_NAMES = 5
_LONGEST = 40  # letters of a word for what is compared
_PLURAL = "PLURAL"
_WHERE = "In which country were the interviews held (ISO code; empty: by their language)?"


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the command line says; what is empty is asked for or proposed."""

    by: str = ""
    title: str = ""
    iso: str = ""  # of the country of the interviews


def create(folder: Path, paths: Sequence[str], wishes: Wishes, ask: Ask) -> tuple[list[str], list[Problem]]:
    """Write the study. Returns what was found, line by line, and what is open.

    Raises StudyError if a file cannot be read, UsageError if one would be overwritten; then nothing is written.
    """
    study_files.stop_on_existing(folder, ())
    study_files.stop_on_wrong_order(folder, paths)
    by, many, is_guess = one_and_many(wishes.by or ask("What does the study compare: country, school, …?", ""))
    _stop_on_word(by, many)
    found = survey.read(paths, by, folder)
    study_files.stop_on_existing(folder, found.exports)
    title = wishes.title or ask("The title over tables and figures?", _title(folder))
    where = wishes.iso or ("" if canonical(by) in ("", COUNTRY) else ask(_WHERE, ""))
    proposed = proposal.propose(found.exports, by, _iso(where), ask)
    compare = Compare(proposed.by, many or plural_of(proposed.by))
    aligned, decided = _aligned(found, ask)
    entries = aligned_codes.with_aliases(aligned)
    decide = {
        code: _question(near)
        for code, items in aligned.near.items()
        if (near := [n for n in items if n not in decided])
    }
    lines = register_workbook.rows(proposed.placed)
    files = _files(proposed.exports)
    text = study_text.write(_id(folder), title, proposed, compare, aligned.adopted.domains)
    register = register_workbook.write(lines, proposed.groups, compare.one, files)
    study_files.write(folder, title, text, entries, decide, register, proposed.exports)
    books = [f"{Path(b.path).name}: a list of {counted(b.count, 'code')}, read as {b.format}" for b in found.codebooks]
    said = [*found.left_out, *books, *_found(proposed), _written(folder, proposed, aligned)]
    points = [*found.damaged, *valid_study.problems(text.encode())]
    points += [*open_points.find(proposed, lines, aligned, entries, decide), *_wrong_codes(folder, aligned)]
    points += _in_doubt(folder, entries)
    if is_guess:
        what = f"a guess: several are called {compare.many}"
        points.append(Problem(CONFIG, "compare.many", what, f"Correct it, or use --by {by}/{_PLURAL}."))
    return said, open_points.by_file(points)


def _stop_on_word(*words: str) -> None:
    """Raise UsageError for words for what is compared that are no words, or the head of another column."""
    for word in filter(None, words):
        if fold(word) in group_problems.COLUMNS:
            what = f"the word {cut(word)} is the name of another column of the tables or the register"
            raise UsageError(Problem("--by", "", what, "Choose another word for what is compared."))
        if not word[0].isalpha() or len(word) > _LONGEST:
            what = f"the word {cut(word)} does not begin with a letter, or is longer than {counted(_LONGEST, 'letter')}"
            raise UsageError(Problem("--by", "", what, "Write a word for what is compared, such as school."))


def _iso(country: str) -> str:
    """The ISO code of a country that a person names. Raises UsageError for what is none."""
    iso = countries.iso_of(country)
    if country and not iso:
        raise UsageError(
            Problem("--iso", "", f"{cut(country)} is no country", "Write its name, or its code such as DE.")
        )
    return iso


def _aligned(found: survey.Survey, ask: Ask) -> tuple[Aligned, list[Near]]:
    """The aligned codes, and the near names that a person has decided about."""
    aligned = aligned_codes.align(found.exports, found.codebooks)
    labels = {entry.code: SEPARATOR.join(entry.path) for entry in aligned.adopted.entries}
    decided, other = [], []
    for code, items in aligned.near.items():
        for near in items:
            if near.evidence == CAPITALS:
                continue
            name = SEPARATOR.join(near.path)
            answer = ask(f"Is “{name}” of {near.export} the code “{labels[code]}”? yes, no, or decide later", "later")
            decided += [near] if answer[:1].casefold() in ("y", "n") else []
            other += [near] if answer[:1].casefold() == "n" else []
    return (aligned_codes.align(found.exports, found.codebooks, other) if other else aligned), decided


def _wrong_codes(folder: Path, aligned: Aligned) -> list[Problem]:
    """What a build would refuse in the written codebook, such as names that are too long."""
    try:
        codebook.read(str(folder / study_text.CODEBOOK), aligned.adopted.domains)
    except StudyError as error:
        return error.problems
    return []


def _in_doubt(folder: Path, entries: Sequence[CodebookEntry]) -> list[Problem]:
    """The lines of the written study of which words may name somebody; none if it cannot be read yet."""
    try:
        study = configuration.read(str(folder / CONFIG), SCHEMA, files_exist=False)
        return list(words_in_doubt.find(study, words_in_doubt.judge_of(study), entries, folder))
    except StudyError:
        return []


def _question(near: Sequence[Near]) -> str:
    """What a person should decide about the names that are aliases of a code now."""
    capitals = [item for item in near if item.evidence == CAPITALS]
    others = [item for item in near if item.evidence != CAPITALS]
    asked = []
    if others:
        names = "; ".join(_named(item, item.evidence) for item in others)
        asked.append(f"is this the same code: {names}? If not, take it out of aliases and give it a row")
    if capitals:
        names = joined([_named(item) for item in capitals], _MOST_NAMES)
        are = agree(len(capitals), "is", "are")
        advice = "If it is another code, rename one of them in the tool and export again"
        asked.append(f"{names} {are} read as this code, since capitals tell no codes apart. {advice}")
    return ". ".join(asked)


def _named(near: Near, *evidence: str) -> str:
    """A near name with its export, its codings, and what speaks for it."""
    known = ", ".join((counted(near.codings, "coding"), *evidence))
    return f"“{SEPARATOR.join(near.path)}” of {near.export or 'the codebook'} ({known})"


def _title(folder: Path) -> str:
    name = folder.absolute().name.replace("_", " ").replace("-", " ").strip()
    return name[:1].upper() + name[1:] or "Study"


def _id(folder: Path) -> str:
    return slug(folder.absolute().name).replace("_", "-") or "study"


def _found(proposed: Proposal) -> list[str]:
    """A line for each export: what was understood, without a name of a document."""
    files, folders = _files(proposed.exports), paths_apart(proposed.exports)
    return [_line(export, files[export.name], folders[export.name][:-1], proposed) for export in proposed.exports]


def _line(export: FoundExport, file: str, folders: Sequence[str], proposed: Proposal) -> str:
    groups = {item.group.code for item in proposed.placed if item.export == export.name and item.group}
    groups -= {group.code for group in proposed.groups if group.name == EVERYBODY}
    stated = ", ".join(sorted(groups)) or "not stated"
    called, documents = stem(export.source), [item.document.name for item in proposed.placed]
    shown = called.casefold() != export.name and all(left_out.may_be_shown(n, documents) for n in (*folders, called))
    return f"{describe(export, file if shown else '')}; {proposed.by}: {stated}"


def _files(exports: Sequence[FoundExport]) -> dict[str, str]:
    """The name of the file that the user gave for each export, by its key, with the sheet that is read."""
    names = {name: "/".join(parts) for name, parts in paths_apart(exports).items()}
    sheets = {export.name: export.settings.sheet for export in exports}
    return {name: f"{file}, sheet {sheets[name]}" if sheets[name] else file for name, file in names.items()}


def _written(folder: Path, proposed: Proposal, aligned: Aligned) -> str:
    adopted = aligned.adopted
    parts = (counted(len(proposed.groups), "group"), counted(len(adopted.entries), "code"))
    return f"Written: {folder}, {parts[0]}, {parts[1]} in {counted(len(adopted.domains), 'domain')}."
