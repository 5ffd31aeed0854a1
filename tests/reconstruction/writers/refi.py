"""Write a project as a REFI-QDA project (``.qdpx``), in one of two dialects seen in real files.

1. Each document becomes a plain-text entry of the archive, named by its GUID.
2. Each coded span becomes one selection that carries all its codings; positions count as the
   dialect counts.
3. The XML follows the element order of the standard's ``Project.xsd``; folders of codes are codes
   that cannot be applied.
4. GUIDs are digests of what they name, so that the same project gives the same file.
"""

import uuid
import zipfile
from collections.abc import Iterable
from pathlib import Path
from xml.etree import ElementTree

from tests.reconstruction.project import CodePath, Coding, Document, Project
from tests.reconstruction.writers import CREATED
from tests.reconstruction.writers.refi_dialects import BOM, DIALECTS, Dialect, Style

NAMESPACE = "urn:QDA-XML:project:1.0"
LONGEST_QUOTE = 30


def write(project: Project, path: Path, style: Style = "code_points") -> None:
    """Write the project in one dialect.

    ``nvivo_windows``: positions in UTF-16 code units, CRLF counts two, the byte order mark is not
    counted; document variables on cases; the inner file bears the project's name.
    ``code_points``: positions in code points, LF, no byte order mark; document variables on the
    sources; the inner file is ``project.qde``. Document groups are sets in both.
    """
    dialect = DIALECTS[style]
    tree = _Tree(project, dialect)
    inner = project.name.replace("/", "_") if dialect.named_after_project else "project"
    xml = ElementTree.tostring(tree.root(), encoding="utf-8", xml_declaration=True)
    entries = {f"{inner}.qde": (BOM if dialect.marked else b"") + xml}
    for document in project.documents:
        entries[f"{dialect.folder}/{tree.file_name(document)}"] = dialect.source(document.text)
    with zipfile.ZipFile(path, "w") as archive:
        for name in sorted(entries):
            entry = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, entries[name])


class _Tree:
    """The XML of one project in one dialect."""

    def __init__(self, project: Project, dialect: Dialect) -> None:
        self.project = project
        self.dialect = dialect

    def guid(self, *names: object) -> str:
        identifier = str(uuid.uuid5(uuid.NAMESPACE_URL, repr((self.project.name, *names))))
        return identifier.upper() if self.dialect.upper_guids else identifier

    def file_name(self, document: Document) -> str:
        return f"{self.guid('source', document.name)}.txt"

    def root(self) -> ElementTree.Element:
        root = ElementTree.Element(
            "Project",
            {
                "xmlns": NAMESPACE,
                "name": self.project.name,
                "origin": "crosscase reconstruction",
                "creationDateTime": CREATED,
            },
        )
        _append(root, "Users", map(self._user, self.project.coders()))
        codes = _append(root, "CodeBook", [ElementTree.Element("Codes")] if self._paths() else [])
        if codes is not None:
            codes[0].extend(self._codes(()))
        _append(root, "Variables", map(self._variable, self._variables()))
        if self.dialect.variables_on_cases:
            described = [document for document in self.project.documents if document.variables]
            _append(root, "Cases", map(self._case, described))
        _append(root, "Sources", map(self._source, self.project.documents))
        groups = dict.fromkeys(document.group for document in self.project.documents)
        _append(root, "Sets", [self._set(group) for group in groups if group is not None])
        return root

    def _user(self, coder: str) -> ElementTree.Element:
        return ElementTree.Element("User", {"guid": self.guid("user", coder), "name": coder})

    def _paths(self) -> list[CodePath]:
        paths = self.project.code_paths()
        return list(dict.fromkeys(path[:depth] for path in paths for depth in _depths(path)))

    def _codes(self, parent: CodePath) -> Iterable[ElementTree.Element]:
        applicable = set(self.project.code_paths())
        for path in self._paths():
            if path[:-1] == parent:
                code = ElementTree.Element(
                    "Code",
                    {
                        "guid": self.guid("code", path),
                        "name": path[-1],
                        "isCodable": "true" if path in applicable else "false",
                    },
                )
                code.extend(self._codes(path))
                yield code

    def _variables(self) -> Iterable[str]:
        return dict.fromkeys(name for doc in self.project.documents for name in doc.variables)

    def _variable(self, name: str) -> ElementTree.Element:
        guid = self.guid("variable", name)
        return ElementTree.Element("Variable", {"guid": guid, "name": name, "typeOfVariable": "Text"})

    def _values(self, document: Document) -> Iterable[ElementTree.Element]:
        for name, value in document.variables.items():
            element = ElementTree.Element("VariableValue")
            target = {"targetGUID": self.guid("variable", name)}
            ElementTree.SubElement(element, "VariableRef", target)
            ElementTree.SubElement(element, "TextValue").text = value
            yield element

    def _case(self, document: Document) -> ElementTree.Element:
        guid = self.guid("case", document.name)
        case = ElementTree.Element("Case", {"guid": guid, "name": document.name})
        case.extend(self._values(document))
        target = {"targetGUID": self.guid("source", document.name)}
        ElementTree.SubElement(case, "SourceRef", target)
        return case

    def _source(self, document: Document) -> ElementTree.Element:
        source = ElementTree.Element(
            "TextSource",
            {
                "guid": self.guid("source", document.name),
                "name": document.name,
                "plainTextPath": f"internal://{self.file_name(document)}",
                "creationDateTime": CREATED,
            },
        )
        spans: dict[tuple[int, int], list[Coding]] = {}
        for coding in self.project.codings:
            if coding.document == document.name:
                spans.setdefault((coding.start, coding.end), []).append(coding)
        source.extend(self._selection(document, *span, spans[span]) for span in sorted(spans))
        if not self.dialect.variables_on_cases:
            source.extend(self._values(document))
        return source

    def _selection(self, document: Document, start: int, end: int, codings: list[Coding]) -> ElementTree.Element:
        attributes = {
            "guid": self.guid("selection", document.name, start, end),
            "startPosition": str(self.dialect.position(document.text, start)),
            "endPosition": str(self.dialect.position(document.text, end)),
            "creatingUser": self.guid("user", codings[0].coder),
            "creationDateTime": CREATED,
        }
        if self.dialect.quotes:
            attributes["name"] = _quote(document.text[start:end])
        selection = ElementTree.Element("PlainTextSelection", attributes)
        for number, coding in enumerate(codings):
            element = ElementTree.SubElement(
                selection,
                "Coding",
                {
                    "guid": self.guid("coding", document.name, start, end, number),
                    "creatingUser": self.guid("user", coding.coder),
                    "creationDateTime": CREATED,
                },
            )
            target = {"targetGUID": self.guid("code", coding.code_path)}
            ElementTree.SubElement(element, "CodeRef", target)
        return selection

    def _set(self, group: str) -> ElementTree.Element:
        element = ElementTree.Element("Set", {"guid": self.guid("set", group), "name": group})
        for document in self.project.documents:
            if document.group == group:
                target = {"targetGUID": self.guid("source", document.name)}
                ElementTree.SubElement(element, "MemberSource", target)
        return element


def _append(root: ElementTree.Element, tag: str, children: Iterable[ElementTree.Element]) -> ElementTree.Element | None:
    """Append an element with its children, or nothing when there are none, as the schema wants."""
    element = ElementTree.Element(tag)
    element.extend(children)
    if not len(element):
        return None
    root.append(element)
    return element


def _depths(path: CodePath) -> range:
    return range(1, len(path) + 1)


def _quote(text: str) -> str:
    """Shorten a segment as tools do that name a selection by its text."""
    line = "".join(character if character.isprintable() else " " for character in text)
    return line if len(line) <= LONGEST_QUOTE else line[:LONGEST_QUOTE] + "…"
