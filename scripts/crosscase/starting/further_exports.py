"""Which exports are added to a study, and which of them are newer ones of an export that the study has.

An export is newer than another one of its format if they share codings: a third of those of the smaller one. Equal
names of documents alone say nothing, since every team may have an "Interview 1"; then a person must say which it is.
"""

import shlex
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from crosscase.messages.errors import Problem, StudyError, UsageError, stop_on
from crosscase.messages.suggestions import did_you_mean
from crosscase.starting import given_files, left_out
from crosscase.starting.found import FoundExport
from crosscase.starting.given_files import Given
from crosscase.starting.left_out import LeftOut
from crosscase.starting.questions import Ask
from crosscase.starting.readings import Codings, Readings, Wishes
from crosscase.starting.survey import Sorting
from crosscase.storage import yaml_files
from crosscase.study.facts import CONFIG, ExportSettings, Study

ASIDE = "data/raw/former"  # where former exports go


@dataclass(frozen=True, slots=True)
class Further:
    """An export that is added, or that replaces a `former` one under its key."""

    found: FoundExport
    now: Codings
    former: Codings | None = None

    @property
    def name(self) -> str:
        """The key in study.yaml."""
        return self.found.name


def read(parts: Sequence[ExportSettings], readings: Readings, wishes: Wishes, ask: Ask) -> list[Further]:
    """Read the exports. Raises StudyError if one cannot be read, or it cannot be said which one it replaces."""
    study = readings.study
    if wishes.replaces and (wishes.replaces not in study.exports or len(parts) > 1):
        near = did_you_mean(wishes.replaces, study.exports)
        known = f"Exports: {', '.join(study.exports)}. Give one new export for it."
        raise UsageError(
            Problem("--replaces", "", f"{wishes.replaces!r} is not one export of the study", near or known)
        )
    keys = _free_keys(given_files.keys({(s.file, s.sheet or ""): s.format for s in parts}), study.exports)
    problems: list[Problem] = []
    versions: list[Problem] = []
    found: list[Further] = []
    copies: dict[str, str] = {}
    for settings in parts:
        try:
            replaced, settled = readings.replaced(settings, wishes, ask)
            name = replaced or keys[settings.file, settings.sheet or ""]
            export = readings.found(name, settled, is_newer=bool(replaced))
            now, former = readings.codings(export.settings), readings.former(name)
        except UsageError:
            raise
        except StudyError as error:
            problems += error.problems
            continue
        copy = copies.setdefault(settings.file, _free_place(settings.file, name, copies.values()))
        further = Further(replace(export, settings=replace(export.settings, file=copy)), now, former)
        versions += _versions(further, found, is_sure=wishes.is_further)
        found.append(further)
    if versions:
        raise UsageError(versions)
    stop_on(problems)
    return found


def _versions(export: Further, others: Sequence[Further], is_sure: bool) -> Iterator[Problem]:
    """A problem if one of the exports before is another version of this one: both would count.

    `is_sure`: a person said that all are further ones.
    """
    for other in others:
        is_same = export.former is not None and export.name == other.name
        are_new = not (is_sure or export.former or other.former)
        if is_same or (are_new and (export.now.is_version_of(other.now) or export.now.has_passages_of(other.now))):
            same_file = export.found.source == other.found.source
            what = (
                "two sheets of it are of one source"
                if same_file
                else f"it is of the same source as {other.found.source}"
            )
            remedy = "Give the newest one alone." if export.former else "Give the newest one alone, or add --further."
            yield Problem(export.found.source, "", what, remedy)


def sort(given: Given, study: Study) -> tuple[list[ExportSettings], list[LeftOut]]:
    """The exports among the given files, and files of folders that are none, or that the study has already.

    Raises UsageError for such a file that was named itself, and if there is no export.
    """
    own = {Path(export.file).resolve() for export in study.exports.values()}
    everywhere = yaml_files.read_mapping(CONFIG).get("leave_out", [])
    sorting = Sorting(given.left_out)
    for path, folder in given.files.items():
        if Path(path).resolve() in own:
            what = "it is an export of the study already"
            sorting.leave_out(Problem(path, "", what, "Run `crosscase build`, which reads it again."), folder)
        elif folder and Path(path).resolve().is_relative_to(Path(ASIDE).resolve()):
            sorting.leave_out(Problem(path, "", "a newer export has taken its place", ""), folder)
        else:
            sorting.add(path, study.compare.one, folder)
    for book in sorting.codebooks:
        problem = Problem(
            book.path, "", "it is a codebook", f"Run `crosscase codebook import {shlex.quote(book.path)}`."
        )
        sorting.leave_out(problem, given.files[book.path])
    if sorting.problems:
        raise UsageError(sorting.problems)
    if not sorting.settings:
        reasons = " ".join(left_out.lines(sorting.left_out, ()))
        raise UsageError(Problem("", "", f"no file is an export: {reasons}", "Name the exports."))
    return [replace(part, leave_out=everywhere) for part in sorting.settings.values()], sorting.left_out


def _free_keys(keys: Mapping[tuple[str, str], str], taken: Collection[str]) -> dict[tuple[str, str], str]:
    """The keys, with other numbers where the study has an export of that key."""
    used, free = set(taken), {}
    for part, wanted in keys.items():
        stem = wanted.rstrip("0123456789").rstrip("_")
        name, number = wanted, 1
        while name in used:
            number += 1
            name = f"{stem}_{number}"
        used.add(name)
        free[part] = name
    return free


def _free_place(path: str, name: str, taken: Collection[str]) -> str:
    """Where the copy of a file goes: where no file is yet. One that lies among the study's exports stays there."""
    if Path(path).resolve().is_relative_to(Path(given_files.FOLDER).resolve()):
        return str(Path(path).resolve().relative_to(Path.cwd().resolve()))
    ending = given_files.ending_of(path)
    number, place = 1, f"{given_files.FOLDER}/{name}{ending}"
    while Path(place).exists() or place in taken:
        number += 1
        place = f"{given_files.FOLDER}/{name}_{number}{ending}"
    return place
