"""The documents of further exports that the register lacks, as rows of it, and what study.yaml says of their groups.

What is in the register is read as it is, also where it is not filled in yet.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from crosscase.anonymisation.document_names import without_ending
from crosscase.spreadsheets import table_edits, team_lists
from crosscase.spreadsheets.table_edits import Edits
from crosscase.starting import group_sources, proposed_groups, words_for_groups
from crosscase.starting.found import FoundDocument, FoundExport, stem
from crosscase.starting.proposal import EVERYBODY
from crosscase.starting.questions import Ask
from crosscase.starting.register_workbook import natural
from crosscase.storage.text_form import fold
from crosscase.study import group_names, list_headings
from crosscase.study.facts import ExportSettings, Group, Study

_DOCUMENTS = "documents"


@dataclass(slots=True)
class Known:
    """The register as it is: its columns, ids, groups, and the documents of each export, all folded.

    The column of documents is among the columns: without it a new row could not say whose it is.
    """

    header: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    groups: set[str] = field(default_factory=set)  # as they are written
    documents: dict[tuple[str, str], str] = field(default_factory=dict)  # the place of the row by export and name
    further: dict[tuple[int, int], str] = field(default_factory=dict)  # headings of `header` that the file lacks

    def place(self, export: str, document: str) -> str:
        """The row of a document, empty if there is none."""
        names = (fold(document), fold(without_ending(document)))
        return next(
            (
                self.documents[key]
                for name in names
                for key in ((fold(export), name), ("", name))
                if key in self.documents
            ),
            "",
        )


def read(study: Study) -> Known | None:
    """The register, or None if there is no file. Raises StudyError if it is no list."""
    if not Path(study.register).is_file():
        return None
    categories = [variable.id for variable in study.sample]
    words = list_headings.of_register(study.compare.one, categories)
    optional = (study.compare.one, "participant", _DOCUMENTS, "export")
    sheet = study.sheets.get("register")
    found = team_lists.read(study.register, (), optional, words=words, sheet=sheet, key="register")
    known = Known(found.header)
    if _DOCUMENTS not in known.header:
        known.header = [*found.header, _DOCUMENTS]
        known.further = {(found.header_row, len(found.header)): _DOCUMENTS}
    for record in found.records:
        fields = record.fields
        known.ids.append(fields.get("participant", ""))
        known.groups.add(fold(fields.get(study.compare.one, "")))
        for name in team_lists.several(fields.get(_DOCUMENTS, "")) or [fields.get("participant", "")]:
            known.documents.setdefault((fold(fields.get("export", "")), fold(name)), record.locator)
    return known


@dataclass(frozen=True, slots=True)
class Placed:
    """An export, the group of each document, empty where it is not stated, and groups that the study lacks."""

    settings: ExportSettings
    groups: Mapping[str, str]  # codes by document
    new: list[Group] = field(default_factory=list)


def place(export: FoundExport, study: Study, is_newer: bool, ask: Ask) -> Placed:
    """The groups of an export's documents; a newer one states them where study.yaml says."""
    by, documents = study.compare.one, export.documents
    settings = export.settings
    if settings.group:
        return Placed(settings, dict.fromkeys((d.name for d in documents), settings.group))
    if is_newer:
        every = group_sources.sources(documents, by)
        source = next((s for s in every if s.group_from == settings.group_from), None)
    else:
        source = group_sources.best(documents, by, "document_group" in settings.columns)
    known = group_names.spellings(study.groups)
    if source and source.is_guess and not all(fold(name) in known for name in source.groups.values()):
        source = None
    if source is None:
        return settings_of_whole(export, study, known, is_newer, ask)
    new = _new_groups([name for name in source.groups.values() if fold(name) not in known], study)
    known = {**known, **{name: group.code for name, group in new.items()}}
    groups = {document: known[fold(name)] for document, name in source.groups.items()}
    distinct = list({group.code: group for group in new.values()}.values())
    return Placed(replace(settings, group_from=source.group_from), groups, distinct)


def settings_of_whole(export: FoundExport, study: Study, known: Mapping[str, str], is_newer: bool, ask: Ask) -> Placed:
    """An export that states no group: one group if its file is called so or a person says so."""
    if is_newer:
        return Placed(export.settings, {})
    only = study.groups[0].code if [group.name for group in study.groups] == [EVERYBODY] else ""
    guess = known.get(fold(stem(export.source)), only)
    answer = ask(f"Which {study.compare.one} is the whole export {export.name}? (- for several)", guess)
    group = known.get(fold(answer), "")
    groups = dict.fromkeys((d.name for d in export.documents), group) if group else {}
    return Placed(replace(export.settings, group=group or None), groups)


def _new_groups(names: Sequence[str], study: Study) -> dict[str, Group]:
    """Groups that the study lacks, by the folded name, each with a code that is free."""
    if not names:
        return {}
    are_countries = words_for_groups.canonical(study.compare.one) == words_for_groups.COUNTRY
    regions = Counter(group.region or group.iso for group in study.groups)
    region = next(iter(regions)) if len(regions) == 1 else ""
    taken = [name for group in study.groups for name in (group.code, group.name, *group.also)]
    wanted = {fold(name): region for name in names}
    # The names of all groups are in one language, so those of the study are proposed, too, and left out.
    own = [group.name for group in study.groups if fold(group.name) not in wanted]
    proposed = proposed_groups.propose([*names, *own], wanted, are_countries, taken)
    found = {}
    for name, group in proposed.items():
        if name in wanted:
            found[name] = group if are_countries else replace(group, iso="", region=region)
    return found


def rows(
    exports: Mapping[str, Sequence[FoundDocument]], groups: Mapping[str, Mapping[str, str]], known: Known, study: Study
) -> list[list[str]]:
    """A row of the register for each document that it lacks, with an id that is free."""
    used = set(map(fold, known.ids))
    names = {g.code: g.name for g in study.groups if known.groups <= {"", *(fold(g.name) for g in study.groups)}}
    width = {column: place for place, column in enumerate(known.header)}
    found = []
    for export, documents in exports.items():
        for document in sorted(documents, key=lambda document: natural(document.name)):
            if known.place(export, document.name):
                continue
            group = groups[export].get(document.name, "")
            fields = {
                "participant": _free_id(group or "P", known.ids, used),
                study.compare.one: names.get(group, group),
                _DOCUMENTS: team_lists.one_cell([document.name]),
                "export": export,
            }
            row = [""] * len(known.header)
            for column, value in fields.items():
                if column in width:
                    row[width[column]] = value
            found.append(row)
    return found


def _free_id(group: str, ids: Sequence[str], used: set[str]) -> str:
    """An id like those of the group: its letters and the next number."""
    alike = [match for name in ids if (match := re.fullmatch(rf"({re.escape(group)}\W*)(\d+)", name))]
    before, digits = (alike[-1][1], len(alike[-1][2])) if alike else (f"{group}-", 2)
    number = max((int(match[2]) for match in alike), default=0)
    while True:
        number += 1
        name = f"{before}{number:0{digits}d}"
        if fold(name) not in used:
            used.add(fold(name))
            return name


def content(study: Study, known: Known, added: Sequence[Sequence[str]]) -> bytes:
    """The content of the register with further rows, and with a column for their documents."""
    return table_edits.edited(study.register, Edits({**known.further}, list(added)), study.sheets.get("register"))
