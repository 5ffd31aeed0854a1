"""The results of a study as pandas frames.

Every method reads its file anew, so a frame may be changed freely. Of interviews it gives the words of those alone who
agreed to be quoted, and nobody's as long as a decision of the review is open.
"""

import csv
import io
import json
import warnings
from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

import pandas as pd

from crosscase.coding.quotation_consent import QuotationRule
from crosscase.explain import addresses
from crosscase.messages.errors import Problem, StudyError
from crosscase.notebooks import sources, typed_frames
from crosscase.notebooks.sources import Source
from crosscase.packages import contents
from crosscase.running import pipeline, share_notice
from crosscase.storage import files, table_columns
from crosscase.storage.schemas import (
    Balance,
    Cell,
    CellCoding,
    CodebookEntry,
    Issue,
    Mention,
    Participant,
    ReviewCount,
    SampleCell,
    SampleCount,
    Segment,
)
from crosscase.storage.table_columns import Column, NamedColumn
from crosscase.study import configuration, former_names
from crosscase.study.facts import CONFIG, Compare, Domain, Group, SampleVariable, Study
from crosscase.study.result_names import protected_counts
from crosscase.tables.domain_tables import TOTAL

PROCESSED = "data/processed"
_PEOPLE = ("participant", "group")
_UNFINISHED = "the last build stopped. Some files are of an earlier build."
_TO_DECIDE = f"it shows texts of the study that may name somebody. {share_notice.NOTICE} says which."
_QUOTABLE = Column("whether the words may be quoted; where they may not, `text` is empty")
Frame = Callable[["Results"], pd.DataFrame]
Row = TypeVar("Row")


COLUMNS: dict[str, list[NamedColumn]] = {}  # of the frame of each method of `Results`


def _columns_of(row: type, *names: str, further: Sequence[NamedColumn] = ()) -> Callable[[Frame], Frame]:
    """Add to the help of a method what its columns hold; of some columns where `names` says which."""

    def describe(method: Frame) -> Frame:
        shown = [column for column in table_columns.describe(row) if not names or column.name in names]
        columns = COLUMNS[method.__name__] = [*shown, *further]
        listed = "\n".join(f"        {column.name}: {table_columns.sentence(column)}" for column in columns)
        method.__doc__ = f"{method.__doc__}\n\n    Columns:\n{listed}\n"
        return method

    return describe


class Results:
    """The results of one study. Make it with `crosscase.open`."""

    def __init__(self, source: Source) -> None:
        self._source = source

    def __repr__(self) -> str:
        return f"<Results of {self.study.title!r}: {', '.join(self.groups)}>"

    @cached_property
    def study(self) -> Study:
        """What the study states of itself; of a package what the package tells."""
        if not sources.is_package(self._source):
            if not self._source.is_whole:
                raise self._source.missing(CONFIG)
            return configuration.read(self._source.path_of(CONFIG), pipeline.SCHEMA, files_exist=False)
        return _stated(json.loads(self._source.read(contents.STUDY)))

    @property
    def groups(self) -> dict[str, str]:
        """The names of the groups that are compared, by their codes, in the order of the tables."""
        return {group.code: group.name for group in self.study.groups}

    @property
    def domains(self) -> dict[str, str]:
        """The titles of the domains, by their ids, in the order of the tables."""
        return {domain.id: domain.title for domain in self.study.domains}

    @_columns_of(Cell)
    def cells(self) -> pd.DataFrame:
        """The cells of all tables: a row for each code and group."""
        return self._parquet("results/cells/cells.parquet", Cell)

    @_columns_of(CodebookEntry)
    def codebook(self) -> pd.DataFrame:
        """The codes, in the order of the codebook."""
        return self._parquet(f"{PROCESSED}/codebook.parquet", CodebookEntry)

    @_columns_of(Mention)
    def mentions(self) -> pd.DataFrame:
        """Which participant mentions which code: what every cell is counted from."""
        return typed_frames.from_parquet(self._parts("mentions"), Mention)

    @_columns_of(Participant, *_PEOPLE)
    def participants(self) -> pd.DataFrame:
        """Everybody who was interviewed: a pseudonym and a group."""
        if sources.is_package(self._source):
            rows = csv.DictReader(io.StringIO(self._source.read(contents.PARTICIPANTS).decode(), newline=""))
            people = {(row["participant"], row["group"]) for row in rows}
        else:
            people = {(person.participant, person.group) for person in self._people()}
        return pd.DataFrame(sorted(people), columns=[*_PEOPLE], dtype="str")

    @_columns_of(Segment, further=[NamedColumn("quotable", bool, False, _QUOTABLE)])
    def segments(self) -> pd.DataFrame:
        """The valid codings with the words that may be quoted. A package has none: `cell_codings` lists its codings."""
        if sources.is_package(self._source):
            what = "a package holds no words of interviews"
            raise StudyError(Problem(self._source.name, "", what, "Use cell_codings(), or open the study itself."))
        reviews = typed_frames.rows(self._parts("review"), ReviewCount)
        rule = QuotationRule(self._people(), reviews)
        frame = typed_frames.from_parquet(self._parts("segments"), Segment)
        frame["quotable"] = [rule.allows_words_of(person) for person in frame["participant"]]
        frame["text"] = frame["text"].where(frame["quotable"])
        return frame

    @_columns_of(SampleCount)
    def sample(self) -> pd.DataFrame:
        """How many participants are in each category of the sample."""
        return self._parquet("results/cells/sample.parquet", SampleCount)

    @_columns_of(SampleCell)
    def sample_by_group(self) -> pd.DataFrame:
        """How many participants of each group are in each broader category, as far as it is published."""
        return self._parquet(protected_counts(self.study.compare), SampleCell)

    @_columns_of(Issue)
    def issues(self) -> pd.DataFrame:
        """What a person should look at, errors first."""
        return self._csv("results/validation/issues.csv", Issue)

    @_columns_of(Balance)
    def balance(self) -> pd.DataFrame:
        """What became of the codings of each export, and of all: codings = segments + left_out."""
        return self._csv("results/validation/summary.csv", Balance)

    @_columns_of(CellCoding)
    def cell_codings(self) -> pd.DataFrame:
        """The codings that each cell counts, without words. Codings of one passage count once."""
        return self._parquet("results/provenance/cell_codings.parquet", CellCoding)

    def trace(self, cell: str) -> pd.DataFrame:
        """The codings behind one cell: rows of `cell_codings`.

        `cell` is written as for `crosscase trace`: `barriers/lack_of_time/CZ`, or `barriers/lack_of_time/Total` for all
        groups; labels do as well as ids. Raises StudyError with similar names where there is no such cell.
        """
        entries = typed_frames.rows(self._named(f"{PROCESSED}/codebook.parquet"), CodebookEntry)
        address = addresses.find(cell, self.study, entries)
        if isinstance(address, addresses.SampleAddress):
            what = "no codings stand behind a cell of the sample"
            raise StudyError(Problem(cell, "", what, "Use sample() or sample_by_group()."))
        codings = self.cell_codings()
        here = (codings["domain"] == address.domain) & (codings["code"] == address.code)
        if address.group != TOTAL:
            here &= codings["group"] == address.group
        return codings[here].reset_index(drop=True)

    def _people(self) -> list[Participant]:
        return typed_frames.rows(self._parts("participants"), Participant)

    def _parquet(self, path: str, row: type) -> pd.DataFrame:
        return typed_frames.from_parquet(self._named(path), row)

    def _csv(self, path: str, row: type[Row]) -> pd.DataFrame:
        text = self._source.read(path).decode("utf-8")
        if tuple(next(csv.reader(text.splitlines()), ())) != table_columns.names(row):
            raise typed_frames.another_version(self._source.path_of(path))
        return typed_frames.from_rows(files.rows_of_csv(io.StringIO(text, newline=""), row), row)

    def _parts(self, kind: str) -> list[tuple[str, bytes]]:
        """The files of one kind, one an export. Raises StudyError where there is none."""
        folder = f"{PROCESSED}/{kind}"
        if not (paths := self._source.names(folder)):
            raise self._source.missing(folder)
        return self._named(*paths)

    def _named(self, *paths: str) -> list[tuple[str, bytes]]:
        return [(self._source.path_of(path), self._source.read(path)) for path in paths]


def open(path: str | Path = "results") -> Results:
    """The results of a built study, or of a package that a study has shared.

    `path` is the folder of a study, its folder of results, or a package as a zip or an unpacked folder. Raises
    StudyError where it is none of them. Warns where the last build stopped, so that the files are of two builds, and
    where texts of the study are to decide.
    """
    source = sources.find(path)
    if source.has(notice := str(share_notice.NOTICE)):
        is_unfinished = share_notice.is_of_unfinished_build(source.read(notice).decode())
        warnings.warn(f"{source.name}: {_UNFINISHED if is_unfinished else _TO_DECIDE}", stacklevel=2)
    return Results(source)


def _words(facts: dict[str, Any]) -> Compare:
    """The words for what is compared; a package of earlier versions has countries."""
    words = facts.get("compare", former_names.COUNTRIES)
    return Compare(words["one"], words["many"])


def _stated(facts: dict[str, Any]) -> Study:
    """The facts of a study that its package tells."""
    return Study(
        id=facts["id"],
        title=facts["title"],
        synthetic=bool(facts["synthetic_note"]),
        synthetic_note=facts["synthetic_note"],
        codebook="",
        register="",
        groups=[Group(group["code"], group["name"]) for group in facts["groups"]],
        domains=[Domain(domain["id"], domain["title"]) for domain in facts["domains"]],
        sample=[SampleVariable(**variable) for variable in facts["sample"]],
        exports={},
        compare=_words(facts),
        output_language=facts.get("output_language", "en"),
        labels=facts.get("labels", {}),
    )
