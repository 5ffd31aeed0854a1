"""Archives of an invented study in the exchange format, and what is read back from one."""

import io
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from crosscase.coding.codebook import Codebook
from crosscase.coding.quotation_consent import QuotationRule
from crosscase.readers import export_formats
from crosscase.readers.raw import Export
from crosscase.refi_archive import project
from crosscase.storage.schemas import CodebookEntry, Mention, Participant, Segment
from crosscase.study.facts import Domain, ExportSettings, Group, NotCoded
from tests.builders import counted_mentions, invented_cells

Q = "{urn:QDA-XML:project:1.0}"
DOMAINS = [Domain("barriers", "Barriers"), Domain("impacts", "Impacts, & <more>")]
ENTRIES = [
    CodebookEntry("money", "barriers", "Money", "What it costs", "group", ["Group", "Money"], True, []),
    CodebookEntry("group", "barriers", "Group", "", "", ["Group"], False, []),
    CodebookEntry("hope", "impacts", "Hope > fear, “both”", "", "", ["Hope > fear, “both”"], True, []),
]
GROUPS = [Group("CZ", "Czech Republic", "CZ"), Group("EL", "Greece", "GR")]
NOT_CODED = [NotCoded("EL", "impacts", "No time.")]
STUDY = replace(
    invented_cells.STUDY,
    id="s",
    title="A study",
    synthetic_note="Synthetic.",
    groups=GROUPS,
    domains=DOMAINS,
    not_coded=NOT_CODED,
)
PEOPLE = [Participant("P-1", "CZ", [], True), Participant("P-2", "EL", [], False)]
PLACES = {"D-1": ("x", PEOPLE[0]), "D-2": ("x", PEOPLE[1]), "D-3": ("y", PEOPLE[0])}


def packed(segments: Iterable[Segment], people: Iterable[Participant] = PEOPLE) -> bytes:
    people = list(people)
    return project.project(STUDY, ENTRIES, segments, people, QuotationRule(people, []))


def inner(content: bytes) -> ET.Element:
    """The project file of an archive."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return ET.fromstring(archive.read("project.qde"))


def cases(project: ET.Element) -> dict[str, tuple[str, str]]:
    """The participant and the country of each document, from the project's cases."""
    names = {source.get("guid"): source.get("name", "") for source in project.iter(f"{Q}TextSource")}
    return {
        names[reference.get("targetGUID")]: (case.get("name", ""), case.findtext(f"{Q}VariableValue/{Q}TextValue", ""))
        for case in project.iter(f"{Q}Case")
        for reference in case.iter(f"{Q}SourceRef")
    }


def read_back(path: Path, codebook: Codebook, segments: Iterable[Segment]) -> list[Mention]:
    """The mentions of an archive, counted as the pipeline does; it alone knows the export of a document."""
    exports = {segment.document: segment.export for segment in segments}
    people = cases(inner(path.read_bytes()))

    def found() -> Iterator[Segment]:
        for c in export_formats.read(Export(str(path), ExportSettings(str(path), "refi_qda"))):
            _, code = codebook.resolve(c.code_path)
            assert code is not None
            who = (c.document, *people[c.document], codebook.entries[code].domain, code, c.coder)
            yield Segment(c.locator, exports[c.document], *who, c.start, c.end, c.text)

    return counted_mentions.count(found())


def segment(words: str | None, document: str = "D-1", person: int = 0) -> Segment:
    who = PEOPLE[person]
    return Segment("s1", "x", document, who.participant, who.group, "barriers", "money", "C-1", 0, 5, words)
