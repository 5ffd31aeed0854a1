"""REFI-QDA projects (`.qdpx`, or a bare `.qde`), the exchange format of NVivo, MAXQDA, ATLAS.ti, QualCoder, Quirkos.

1. The only `*.qde` at the root of the archive is read; elements are identified by their local names,
   because real files have several namespaces.
2. Codes are identified by GUID (any case, with or without braces) and named by their path. `separator` in `study.yaml`
   splits names further: ATLAS.ti 8 wrote levels as `Coke::diet Coke`.
3. A coding's cases are those of its source and of the selections that it lies in.
4. A source's groups are the sets that it is a member of; its variables are its own and its cases'.
5. Every coding below a source is yielded, also those of a whole source or of a picture. The text
   of a selection comes from the text of its source, by the rule that `refi_offsets` detects, otherwise from
   the selection's name.
6. Selections are different codings, whatever their names, if their places or GUIDs differ, see `refi_places`. So are
   codings of one selection with different GUIDs.
7. ATLAS.ti writes a selection in a PDF twice, on the page and in the PDF's text, with the same GUID: both
   are read as the one in the text, so that the second is reported as a duplicate.

Other content of the file is counted as passed over. A bare `.qde` has no texts. The XML is read twice, piece by piece:
users, codes, variables, cases and sets first, then one source after the other, so that memory holds one source.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from xml.etree.ElementTree import Element

from crosscase.messages.errors import damaged
from crosscase.readers import refi_offsets, refi_places, refi_xml
from crosscase.readers.cases import Cases, Link, united
from crosscase.readers.code_paths import split_levels
from crosscase.readers.days import day_of
from crosscase.readers.look import Likeness, Look
from crosscase.readers.raw import Counting, Export, RawCoding
from crosscase.readers.refi_offsets import Selection
from crosscase.readers.refi_xml import RefiFile, children, guid, local, targets
from crosscase.storage.text_form import nfc
from crosscase.storage.zip_files import Archive

_WHAT = "a REFI-QDA project"
_SOURCES = ("TextSource", "PDFSource", "PictureSource", "AudioSource", "VideoSource")
_SECTIONS = ("Users", "CodeBook", "Variables", "Cases", "Sets")  # that sources refer to
_SELECTION = "PlainTextSelection"
_NOTED = "Note Notes Link Links Graph Graphs Vertex Edge"
_KEPT = """
    Project Description Users User CodeBook Codes Code NoteRef Variables Variable VariableValue VariableRef TextValue
    BooleanValue IntegerValue FloatValue DateValue DateTimeValue Cases Case CodeRef SourceRef SelectionRef Sources
    TextSource PDFSource PictureSource AudioSource VideoSource Representation Transcript SyncPoint PlainTextContent
    PlainTextSelection PDFSelection PictureSelection AudioSelection VideoSelection TranscriptSelection Coding Sets Set
    MemberCode MemberSource MemberNote TextDescription PictureDescription
"""
_READ = frozenset(_KEPT.split())
_STANDARD = frozenset(_NOTED.split())


def recognise(look: Look) -> Likeness:
    """An archive with a `*.qde` at its root, or such a file itself."""
    if any(name.lower().endswith(".qde") and "/" not in name for name in look.members):
        return Likeness(1.0, "it is an archive with a project file (*.qde)")
    bare = look.has_line(r"<(\w+:)?Project\b[^>]*QDA-XML")
    return Likeness(1.0, "it is a REFI-QDA project file") if bare else Likeness()


def read(export: Export) -> Iterator[RawCoding]:
    """Yield the codings of all sources of a project."""
    with refi_xml.opened(export.path, _WHAT, export.limits) as file:
        project = _Project(export, file)
        try:
            for source in refi_xml.items(file, "Sources"):
                if local(source) in _SOURCES:
                    yield from _codings(project, source, file.archive, export)
        except ValueError:  # an offset that is not a number, or a text that is not UTF-8
            raise damaged(export.path, _WHAT) from None


class _Project:
    """The elements that the sources of a project refer to, by GUID."""

    def __init__(self, export: Export, file: RefiFile) -> None:
        self._notes = export.notes
        root = refi_xml.root_of(file, *_SECTIONS, note=self._note)
        if local(root) != "Project":  # another XML, or a web page: it would be read as a project without codings
            raise damaged(export.path, _WHAT)
        sections = {local(section): section for section in root}
        empty = Element("empty")
        self.users = {guid(user.get("guid")): user.get("name") for user in sections.get("Users", empty)}
        codes = refi_xml.codes(export.path, sections.get("CodeBook", empty), export.limits)
        self.codes = {code.guid: split_levels(code.path, export.settings.separator) for code in codes}
        self.groups: dict[str, list[str]] = {}
        for group in sections.get("Sets", empty):
            for source in targets(group, "MemberSource"):
                self.groups.setdefault(source, []).append(nfc(group.get("name", "")))
        self._variables = {guid(v.get("guid")): nfc(v.get("name", "")) for v in sections.get("Variables", empty)}
        self.cases: dict[str, str] = {}  # the name of each case
        self._parts: dict[str, list[str]] = {}  # the cases of a source or selection
        self._of_cases: dict[str, list[tuple[str, str]]] = {}
        for case in sections.get("Cases", empty):
            key = guid(case.get("guid"))
            self.cases[key] = nfc(case.get("name", ""))
            for part in (*targets(case, "SourceRef"), *targets(case, "SelectionRef")):
                self._parts.setdefault(part, []).append(key)
            for source in targets(case, "SourceRef"):
                self._of_cases.setdefault(source, []).extend(self._values(case))
        self._notes.tool = nfc(root.get("origin", ""))
        self._notes.code_paths.update(self.codes[code.guid] for code in codes if code.codable)
        self._notes.variables.update(self._variables.values())

    def _note(self, chain: Sequence[Element]) -> None:
        """Note a document, or an element that is not read."""
        name = local(chain[-1])
        if name not in _READ:
            self._notes.passed_over[name if name in _STANDARD else "element that is not in the standard"] += 1
        elif name in _SOURCES and len(chain) == 3 and local(chain[1]) == "Sources":
            self._notes.documents.add(_document(chain[-1]))

    def variables(self, source: Element) -> dict[str, str]:
        """Variables of a source: its own and those of its cases."""
        return united([*self._values(source), *self._of_cases.get(guid(source.get("guid")), ())])

    def cases_in(self, source: Element, selections: Mapping[Element, Selection]) -> Cases:
        """The cases of a source and of its parts: those that a case lists, and passages coded with a case (NVivo)."""
        numbers = {key: number for number, key in enumerate(self.cases)}
        links = [Link(numbers[case], None, None) for case in self._parts.get(guid(source.get("guid")), ())]
        for element, selection in selections.items():
            codes = (code for coding in children(element, "Coding") for code in targets(coding, "CodeRef"))
            for case in {*self._parts.get(guid(element.get("guid")), ()), *codes} & self.cases.keys():
                links.append(Link(numbers[case], selection.start, selection.end))
        return Cases(dict(enumerate(self.cases.values())), {0: sorted(links, key=lambda link: link.case)})

    def _values(self, element: Element) -> Iterator[tuple[str, str]]:
        for value in children(element, "VariableValue"):
            target = next(targets(value, "VariableRef"), "")
            text = next((child.text for child in value if local(child) != "VariableRef"), None)
            if text:
                yield self._variables.get(target, target), nfc(text)


def _document(source: Element) -> str:
    return nfc(source.get("name") or source.get("plainTextPath") or source.get("guid") or "")


def _codings(project: _Project, source: Element, archive: Archive | None, export: Export) -> Iterator[RawCoding]:
    document = _document(source)
    groups = tuple(project.groups.get(guid(source.get("guid")), ()))
    variables = project.variables(source)
    selections = {element: _selection(element) for element in source.iter() if local(element) == _SELECTION}
    cases = project.cases_in(source, selections) if export.settings.participant_from == "case" else Cases()
    words = dict(_words(source, selections, document, archive, export))
    in_text = {guid(element.get("guid")): element for element in selections if element.get("guid")}
    places = refi_places.places(source)
    for holder in source.iter():
        alike: dict[object, dict[str, int]] = {}
        for coding in children(holder, "Coding"):
            passage = holder if holder in selections else in_text.get(guid(holder.get("guid")), holder)
            selection = selections.get(passage)
            place = (selection.start, selection.end) if selection else (None, None)
            for number, code in enumerate(targets(coding, "CodeRef")):
                if code in project.cases:  # NVivo lists in this way what belongs to a case
                    export.notes.passed_over["coding of a case"] += 1
                    continue
                yield RawCoding(
                    locator=f"{local(holder)} {holder.get('guid')}, coding {coding.get('guid')}"
                    + (f", code {number + 1}" if number else ""),
                    document=document,
                    code_path=project.codes.get(code, (f"code with the GUID {code}",)),
                    text=words.get(passage, None if holder is source else nfc(passage.get("name", "")) or None),
                    start=place[0],
                    end=place[1],
                    coder=project.users.get(guid(coding.get("creatingUser"))),
                    distinguished_by=(
                        *(coding.get("creationDateTime"), guid(passage.get("guid"))),
                        _number_among(alike, coding, code),
                    ),
                    document_groups=groups,
                    variables=variables,
                    document_id=guid(source.get("guid")),
                    cases=tuple(map(cases.names.__getitem__, cases.holding(0, *place))),
                    place=places.get(passage, ""),
                    day=day_of(coding.get("creationDateTime")),
                )


def _number_among(alike: dict[object, dict[str, int]], coding: Element, code: str) -> int:
    """The number of a coding among those of its selection that differ in nothing but their GUIDs."""
    numbers = alike.setdefault((code, coding.get("creatingUser"), coding.get("creationDateTime")), {})
    return numbers.setdefault(guid(coding.get("guid")), len(numbers))


def _words(
    source: Element, selections: dict[Element, Selection], document: str, archive: Archive | None, export: Export
) -> Iterator[tuple[Element, str]]:
    """The text of each selection in a text: that of the source itself, of a PDF or of a recording."""
    for holder in source.iter():
        elements = list(children(holder, _SELECTION))
        text = _text(holder, archive) if elements else None
        if text is None:
            if elements:
                export.notes.passed_over["text of a source (not in the file)"] += 1
            continue
        rule, score = refi_offsets.detect(text, [selections[element] for element in elements])
        export.notes.countings.append(Counting(document, str(rule), score, len(elements)))
        reading = refi_offsets.Text(text, rule)
        for element in elements:
            if (words := reading.words(selections[element])) is not None:
                yield element, nfc(words)


def _text(holder: Element, archive: Archive | None) -> str | None:
    """Text that a source or representation refers to, with its byte-order mark; None if it is missing."""
    for content in children(holder, "PlainTextContent"):
        return content.text or ""
    base = PurePosixPath(holder.get("plainTextPath", "").replace("\\", "/")).name
    name = archive.find(base) if archive and base else None
    return archive.read(name).decode("utf-8") if archive and name else None


def _selection(element: Element) -> Selection:
    start, end = (int(element.get(key, "0")) for key in ("startPosition", "endPosition"))
    return Selection(start, end, nfc(element.get("name", "")))
