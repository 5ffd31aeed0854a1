"""The study as a REFI-QDA project and codebook: what any of the tools can open, whatever becomes of this one.

Codes with their definitions below their domains, coders as users, a case for each participant with no more than the
country, a set of documents for each country, and each document's passages with their codings. Every GUID is made of
the pseudonym that it stands for (RFC 9562, version 5), so that the same study gives the same bytes.

Source: REFI-QDA 1.5, Project.xsd and Codebook.xsd. Offsets are code points, the end exclusive, line ends are LF.
"""

import io
import re
import uuid
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from xml.etree import ElementTree as ET

from crosscase.passages import Passage, arrange
from crosscase.quoting import Quoting
from crosscase.schemas import CodebookEntry, Participant, Segment
from crosscase.study import Country, Domain

_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_OID, "crosscase")
_ORIGIN = "crosscase"
_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # in XML 1.0
_LONGEST_NAME = 60  # characters of a passage that name its selection
_TIME = (1980, 1, 1, 0, 0, 0)
DESCRIPTION = "The coded passages of this interview, one after the other; the transcript itself is not here."
_VARIABLES = ("participant", "country")


def codebook(entries: Sequence[CodebookEntry], domains: Sequence[Domain]) -> bytes:
    """The codebook as `.qdc`."""
    root = ET.Element("CodeBook", xmlns="urn:QDA-XML:codebook:1.0", origin=_ORIGIN)
    _add_codes(ET.SubElement(root, "Codes"), entries, domains)
    return _bytes(root)


def project(
    title: str,
    note: str,
    segments: Iterable[Segment],
    participants: Sequence[Participant],
    entries: Sequence[CodebookEntry],
    domains: Sequence[Domain],
    countries: Sequence[Country],
) -> bytes:
    """The study as `.qdpx`: valid segments of all exports, in any order.

    `note` says that a study is synthetic, if it is; it stands in every text.
    """
    description = f"{DESCRIPTION} {note}".strip()
    by_document = {
        document: list(group)
        for document, group in groupby(sorted(segments, key=lambda s: (s.document, s.segment_id)), lambda s: s.document)
    }
    root = ET.Element("Project", xmlns="urn:QDA-XML:project:1.0", name=_legal(title), origin=_ORIGIN)
    _add_users(root, by_document)
    _add_codes(ET.SubElement(ET.SubElement(root, "CodeBook"), "Codes"), entries, domains)
    _add_cases(root, by_document)
    texts = dict(_add_sources(root, by_document, description, Quoting(participants)))
    _add_sets(root, by_document, countries)
    ET.SubElement(root, "Description").text = _legal(description)
    return _packed({"project.qde": _bytes(root), **{f"sources/{name}": text.encode() for name, text in texts.items()}})


def _guid(kind: str, name: str) -> str:
    return str(uuid.uuid5(_NAMESPACE, f"{kind}\0{name}"))


def _legal(text: str) -> str:
    """A text that XML can hold."""
    return _ILLEGAL.sub("\ufffd", text)


def _add_users(root: ET.Element, documents: Mapping[str, list[Segment]]) -> None:
    coders = sorted({s.coder for segments in documents.values() for s in segments if s.coder})
    users = ET.SubElement(root, "Users") if coders else None
    for coder in coders:
        ET.SubElement(users, "User", guid=_guid("user", coder), name=coder)  # type: ignore[arg-type]


def _add_codes(parent: ET.Element, entries: Sequence[CodebookEntry], domains: Sequence[Domain]) -> None:
    elements: dict[str, ET.Element] = {}
    for domain in domains:
        name = _legal(domain.title)
        guid = _guid("domain", domain.id)
        elements[f"{domain.id}\0"] = ET.SubElement(parent, "Code", guid=guid, name=name, isCodable="false")
    waiting = list(entries)
    while waiting:  # a parent may stand behind its codes
        later = []
        for entry in waiting:
            above = elements.get(entry.parent or f"{entry.domain}\0")
            if above is None:
                later.append(entry)
                continue
            codable = "true" if entry.codable else "false"
            element = ET.SubElement(
                above, "Code", guid=_guid("code", entry.code), name=_legal(entry.label), isCodable=codable
            )
            if entry.definition:
                ET.SubElement(element, "Description").text = _legal(entry.definition)
            elements[entry.code] = element
        waiting = later


def _add_cases(root: ET.Element, documents: Mapping[str, list[Segment]]) -> None:
    if not documents:
        return
    variables = ET.SubElement(root, "Variables")
    for name in _VARIABLES:
        ET.SubElement(variables, "Variable", guid=_guid("variable", name), name=name, typeOfVariable="Text")
    of_people: dict[tuple[str, str], list[str]] = {}
    for document, segments in documents.items():
        of_people.setdefault((segments[0].participant, segments[0].country), []).append(document)
    cases = ET.SubElement(root, "Cases")
    for (participant, country), theirs in sorted(of_people.items()):
        case = ET.SubElement(cases, "Case", guid=_guid("case", participant), name=participant)
        for name, value in zip(_VARIABLES, (participant, country), strict=True):
            element = ET.SubElement(case, "VariableValue")
            ET.SubElement(element, "VariableRef", targetGUID=_guid("variable", name))
            ET.SubElement(element, "TextValue").text = value
        for document in theirs:
            ET.SubElement(case, "SourceRef", targetGUID=_guid("source", document))


def _add_sources(
    root: ET.Element, documents: Mapping[str, list[Segment]], description: str, quoting: Quoting
) -> Iterator[tuple[str, str]]:
    """Add the sources; yield the name and the text of each one's file."""
    sources = ET.SubElement(root, "Sources") if documents else root
    for document, segments in documents.items():
        text, passages = arrange(segments, description, quoting)
        file = f"{_guid('text', document)}.txt"
        guid = _guid("source", document)
        source = ET.SubElement(sources, "TextSource", guid=guid, name=document, plainTextPath=f"internal://{file}")
        for number, passage in enumerate(passages):
            _add_passage(source, f"{document}\0{number}", passage)
        yield file, text


def _add_passage(source: ET.Element, key: str, passage: Passage) -> None:
    name = _legal(" ".join(passage.words[:_LONGEST_NAME].split()))
    selection = ET.SubElement(source, "PlainTextSelection", guid=_guid("selection", key), name=name)
    selection.set("startPosition", str(passage.start))
    selection.set("endPosition", str(passage.end))
    for segment in passage.codings:
        coding = ET.SubElement(selection, "Coding", guid=_guid("coding", segment.segment_id))
        if segment.coder:
            coding.set("creatingUser", _guid("user", segment.coder))
        ET.SubElement(coding, "CodeRef", targetGUID=_guid("code", segment.code))


def _add_sets(root: ET.Element, documents: Mapping[str, list[Segment]], countries: Sequence[Country]) -> None:
    heard = {segments[0].country for segments in documents.values()}
    sets = ET.SubElement(root, "Sets") if heard else root
    for country in countries:
        if country.code in heard:
            group = ET.SubElement(sets, "Set", guid=_guid("country", country.code), name=_legal(country.name))
            for document, segments in documents.items():
                if segments[0].country == country.code:
                    ET.SubElement(group, "MemberSource", targetGUID=_guid("source", document))


def _bytes(root: ET.Element) -> bytes:
    ET.indent(root)
    content: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return content + b"\n"


def _packed(members: Mapping[str, bytes]) -> bytes:
    """A zip archive that depends on nothing but its members: not compressed, since libraries do that differently."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(members):
            info = zipfile.ZipInfo(name, _TIME)
            info.create_system, info.external_attr = 3, 0o644 << 16
            archive.writestr(info, members[name])
    return stream.getvalue()
