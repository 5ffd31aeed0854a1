"""A description of the study for a data archive: DDI-Codebook 2.5, as Dataverse imports it.

Source: https://ddialliance.org/Specification/DDI-Codebook/2.5. Elements have the order of its schema.
"""

import xml.etree.ElementTree as ET
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass

from crosscase.coding import mark_rules
from crosscase.labels import labels
from crosscase.packages import contents
from crosscase.run_crate.about import About
from crosscase.storage.schemas import CodebookEntry, State
from crosscase.study.facts import Study

NAMESPACE = "ddi:codebook:2_5"
_METHOD = (
    "The teams of the {many} coded the interviews; crosscase counted how many participants of each {one} mention "
    "each code. A cell is present if {rule}."
)


@dataclass(frozen=True, slots=True)
class DataFile:
    """A table of the package: its variables, each with a label and its categories, if any."""

    path: str
    cases: int
    variables: Mapping[str, tuple[str, Mapping[str, str]]]


def tables(
    study: Study, codebook: Iterable[CodebookEntry], mentions: int, participants: int, cells: int
) -> list[DataFile]:
    """The tables that are described variable by variable. The numbers are their counts of rows."""
    groups = {group.code: group.name for group in study.groups}
    domains = {domain.id: domain.title for domain in study.domains}
    codes = {entry.code: entry.label for entry in codebook}
    who = {"participant": ("pseudonym of the participant", {}), "group": (study.compare.one, groups)}
    what = {"domain": ("domain of the codebook", domains), "code": ("code", codes)}
    segments: dict[str, tuple[str, Mapping[str, str]]] = {"segments": ("number of coded segments", {})}
    codings: dict[str, tuple[str, Mapping[str, str]]] = {"codings": ("number of codings of these segments", {})}
    mentioned = {"export": ("export of a team", {}), **who, **what, **segments, **codings}
    return [
        DataFile(contents.PARTICIPANTS, participants, who),
        DataFile(contents.MENTIONS, mentions, mentioned),
        DataFile(
            "results/cells/cells.csv",
            cells,
            {
                **what,
                "group": (study.compare.one, groups),
                "state": (
                    f"state of the code in the {study.compare.one}",
                    {state.value: state.value for state in State},
                ),
                "participants": ("participants who raised it; empty: not coded, nobody was asked, or unknown", {}),
                "interviewed": ("participants interviewed", {}),
                **segments,
            },
        ),
    ]


def write(study: Study, about: About, data: Sequence[DataFile], software: str) -> str:
    """The description as XML text. `software` is the version of crosscase."""
    root = ET.Element("codeBook", {"xmlns": NAMESPACE, "version": "2.5"})
    _describe_study(ET.SubElement(root, "stdyDscr"), study, about, software)
    for number, table in enumerate(data, 1):
        _describe_file(ET.SubElement(root, "fileDscr", {"ID": f"F{number}"}), table)
    variables = ET.SubElement(root, "dataDscr")
    for number, table in enumerate(data, 1):
        for place, (name, (label, categories)) in enumerate(table.variables.items(), 1):
            at = {"ID": f"F{number}V{place}", "name": name, "files": f"F{number}"}
            variable = ET.SubElement(variables, "var", at)
            _add(variable, "labl", label)
            for value, title in categories.items():
                category = ET.SubElement(variable, "catgry")
                _add(category, "catValu", value)
                _add(category, "labl", title)
    ET.indent(root, " ")
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _describe_study(element: ET.Element, study: Study, about: About, software: str) -> None:
    citation = ET.SubElement(element, "citation")
    title = ET.SubElement(citation, "titlStmt")
    _add(title, "titl", about.name)
    if about.doi:
        _add(title, "IDNo", about.doi, agency="DOI")
    authors = ET.SubElement(citation, "rspStmt")
    for author in about.authors:
        affiliation = {"affiliation": author.affiliation} if author.affiliation else {}
        name = f"{author.name}, {author.given_name}" if author.given_name else author.name
        _add(authors, "AuthEnty", name, **affiliation)
    _add(ET.SubElement(citation, "prodStmt"), "software", "crosscase", version=software)
    _add(ET.SubElement(citation, "distStmt"), "distDate", about.published, date=about.published)
    _add(ET.SubElement(citation, "verStmt"), "version", about.version, date=about.published)
    info = ET.SubElement(element, "stdyInfo")
    subject = ET.SubElement(info, "subject")
    for keyword in about.keywords:
        _add(subject, "keyword", keyword)
    _add(info, "abstract", about.description)
    summary = ET.SubElement(info, "sumDscr")
    for group in study.groups:
        if group.iso:
            _add(summary, "nation", group.name, abbr=group.iso)
    _add(summary, "anlyUnit", "Individual")
    _add(summary, "universe", "Participants of the interview study")
    _add(summary, "dataKind", "Counts of coded interview segments" + (", synthetic" if study.synthetic_note else ""))
    method = ET.SubElement(element, "method")
    _add(ET.SubElement(method, "dataColl"), "collMode", "Interview")
    english = labels.of(labels.DEFAULT, {}, study.compare.one, study.compare.many)
    rule = mark_rules.meanings({"present": "at least one participant does"}, study.rule, english)["present"]
    _add(method, "notes", _METHOD.format(**asdict(study.compare), rule=rule))
    use = ET.SubElement(ET.SubElement(element, "dataAccs"), "useStmt")
    _add(use, "conditions", about.licence)


def _describe_file(description: ET.Element, table: DataFile) -> None:
    text = ET.SubElement(description, "fileTxt")
    _add(text, "fileName", table.path)
    size = ET.SubElement(text, "dimensns")
    _add(size, "caseQnty", str(table.cases))
    _add(size, "varQnty", str(len(table.variables)))
    _add(text, "fileType", "text/csv; charset=UTF-8")


def _add(parent: ET.Element, name: str, text: str, **attributes: str) -> None:
    ET.SubElement(parent, name, attributes).text = text
