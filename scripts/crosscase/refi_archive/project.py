"""The study as a REFI-QDA project and codebook, which other tools can read.

1. Codes with their definitions are below their domains. Domains cannot be used for coding.
2. Coders are users. Each participant, coded or not, is a case; its only variable is the group.
3. Each document is a text of its coded passages, `passages`. A passage has one selection for each of its coders: some
   tools only know the coder of a selection, and QualCoder refuses a second coder's coding of a shared one.
4. Each group is a set of its documents. The set's description lists the domains that were never coded for, since
   absent codings do not show this.
5. Every GUID is derived from the pseudonym or id of its object (RFC 9562, version 5), so the same study gives the same
   bytes. There are no dates; the schemas do not require them.

Source: REFI-QDA 1.5, Project.xsd and Codebook.xsd. Offsets are code points, the end exclusive, line ends are LF.
"""

import io
import uuid
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from xml.etree import ElementTree as ET

from crosscase.coding.quotation_consent import QuotationRule
from crosscase.refi_archive.passages import Passage, arrange, plain
from crosscase.storage.schemas import CodebookEntry, Participant, Segment
from crosscase.study.facts import Domain, Study

_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_OID, "crosscase")
_ORIGIN = "crosscase"
_LONGEST_NAME = 60  # characters of a passage in the name of its selection
_TIME = (1980, 1, 1, 0, 0, 0)
DESCRIPTION = "The coded passages of this interview, one after the other. The transcript is not included."
Documents = Mapping[str, Sequence[Segment]]


def codebook(domains: Sequence[Domain], entries: Sequence[CodebookEntry]) -> bytes:
    """The codebook as `.qdc`."""
    root = ET.Element("CodeBook", xmlns="urn:QDA-XML:codebook:1.0", origin=_ORIGIN)
    _section(root, "Codes", _codes(entries, domains))
    return _bytes(root)


def project(
    study: Study,
    entries: Sequence[CodebookEntry],
    segments: Iterable[Segment],
    participants: Iterable[Participant],
    quoting: QuotationRule,
) -> bytes:
    """The study as `.qdpx`: valid segments of all exports, in any order.

    A synthetic study has its note in every text.
    """
    people = sorted(participants, key=lambda person: person.participant)
    description = plain(f"{DESCRIPTION} {study.synthetic_note}".strip())
    documents = _by_document(segments)
    texts: dict[str, str] = {}
    one = study.compare.one
    root = ET.Element("Project", xmlns="urn:QDA-XML:project:1.0", name=plain(study.title), origin=_ORIGIN)
    _section(root, "Users", _users(documents))
    _section(ET.SubElement(root, "CodeBook"), "Codes", _codes(entries, study.domains))
    _section(root, "Variables", [_element("Variable", "variable", one, name=plain(one), typeOfVariable="Text")])
    _section(root, "Cases", _cases(people, documents, one))
    _section(root, "Sources", _sources(documents, description, quoting, texts))
    _section(root, "Sets", _sets(study, documents))
    ET.SubElement(root, "Description").text = description
    return _packed({"project.qde": _bytes(root), **{f"sources/{name}": text.encode() for name, text in texts.items()}})


def _by_document(segments: Iterable[Segment]) -> dict[str, list[Segment]]:
    in_order = sorted(segments, key=lambda s: s.document)
    return {document: list(group) for document, group in groupby(in_order, lambda s: s.document)}


def _section(root: ET.Element, tag: str, children: Iterable[ET.Element]) -> None:
    """Add a section unless it would be empty, which the schemas forbid."""
    if found := list(children):
        ET.SubElement(root, tag).extend(found)


def _guid(kind: str, name: str) -> str:
    return str(uuid.uuid5(_NAMESPACE, f"{kind}\0{name}"))


def _element(tag: str, kind: str, key: str, **attributes: str) -> ET.Element:
    return ET.Element(tag, {"guid": _guid(kind, key), **attributes})


def _users(documents: Documents) -> Iterator[ET.Element]:
    for coder in sorted({s.coder for segments in documents.values() for s in segments if s.coder}):
        yield _element("User", "user", coder, name=coder)


def _codes(entries: Sequence[CodebookEntry], domains: Sequence[Domain]) -> Iterator[ET.Element]:
    children: dict[tuple[str, str], list[CodebookEntry]] = {}
    for entry in entries:
        children.setdefault((entry.domain, entry.parent), []).append(entry)

    def nested(domain: str, parent: str) -> Iterator[ET.Element]:
        for entry in children.get((domain, parent), ()):
            codable = "true" if entry.codable else "false"
            code = _element("Code", "code", entry.code, name=plain(entry.label), isCodable=codable)
            if entry.definition:
                ET.SubElement(code, "Description").text = plain(entry.definition)
            code.extend(nested(domain, entry.code))
            yield code

    for domain in domains:
        holder = _element("Code", "domain", domain.id, name=plain(domain.title), isCodable="false")
        holder.extend(nested(domain.id, ""))
        yield holder


def _cases(people: Iterable[Participant], documents: Documents, one: str) -> Iterator[ET.Element]:
    """One case for each participant, also for those without a coding: they were interviewed and count.

    `one` is the word for a group, the only variable.
    """
    documents_of: dict[str, list[str]] = {}
    for document, segments in documents.items():
        documents_of.setdefault(segments[0].participant, []).append(document)
    groups_of: dict[str, list[str]] = {}
    for person in people:
        groups_of.setdefault(person.participant, []).append(person.group)
    for participant, groups in groups_of.items():
        case = _element("Case", "case", participant, name=participant)
        value = ET.SubElement(case, "VariableValue")
        ET.SubElement(value, "VariableRef", targetGUID=_guid("variable", one))
        ET.SubElement(value, "TextValue").text = "; ".join(groups)
        for document in documents_of.get(participant, ()):
            ET.SubElement(case, "SourceRef", targetGUID=_guid("source", document))
        yield case


def _sources(
    documents: Documents, description: str, quoting: QuotationRule, texts: dict[str, str]
) -> Iterator[ET.Element]:
    """The sources. The text of each is added to `texts` under the name of its file."""
    for document, segments in documents.items():
        text, passages = arrange(segments, description, quoting)
        file = f"{_guid('text', document)}.txt"
        texts[file] = text
        source = _element("TextSource", "source", document, name=document, plainTextPath=f"internal://{file}")
        for number, passage in enumerate(passages):
            source.extend(_selections(f"{document}\0{number}", passage))
        yield source


def _selections(key: str, passage: Passage) -> Iterator[ET.Element]:
    """A selection for each coder of a passage."""
    name = " ".join(passage.words[:_LONGEST_NAME].split())
    place = {"name": name, "startPosition": str(passage.start), "endPosition": str(passage.end)}
    for coder, codings in groupby(sorted(passage.codings, key=_coder), _coder):
        user = {"creatingUser": _guid("user", coder)} if coder else {}
        selection = _element("PlainTextSelection", "selection", f"{key}\0{coder}", **place, **user)
        for segment in codings:
            # Two exports of one file have codings with the same segment_id.
            coding = _element("Coding", "coding", f"{segment.export}\0{segment.segment_id}", **user)
            ET.SubElement(coding, "CodeRef", targetGUID=_guid("code", segment.code))
            selection.append(coding)
        yield selection


def _coder(segment: Segment) -> str:
    return segment.coder or ""


def _sets(study: Study, documents: Documents) -> Iterator[ET.Element]:
    titles = {domain.id: domain.title for domain in study.domains}
    gaps: dict[str, list[str]] = {}
    for gap in study.not_coded:
        gaps.setdefault(gap.group, []).append(f"Never coded for: {titles[gap.domain]}. {gap.reason}")
    for group in study.groups:
        of_group = _element("Set", study.compare.one, group.code, name=plain(group.name))
        if group.code in gaps:
            ET.SubElement(of_group, "Description").text = plain("\n".join(gaps[group.code]))
        for document, segments in documents.items():
            if segments[0].group == group.code:
                ET.SubElement(of_group, "MemberSource", targetGUID=_guid("source", document))
        yield of_group


def _bytes(root: ET.Element) -> bytes:
    ET.indent(root)
    content: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return content + b"\n"


def _packed(members: Mapping[str, bytes]) -> bytes:
    """A zip archive that depends only on its members: uncompressed, since libraries compress differently."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(members):
            info = zipfile.ZipInfo(name, _TIME)
            info.create_system, info.external_attr = 3, 0o644 << 16
            archive.writestr(info, members[name])
    return stream.getvalue()
