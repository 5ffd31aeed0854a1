"""REFI-QDA projects (`.qdpx`), the exchange format of NVivo, MAXQDA, ATLAS.ti, QualCoder, Quirkos.

1. The archive's one `*.qde` at its root is read; elements are known by their local names, since
   files in the wild carry several namespaces.
2. Codes are known by GUID (any case, with or without braces) and given by their path.
3. A source's groups are the sets that it is a member of; its variables are its own and its cases'.
4. Every coding below a source is yielded, also those of a whole source or of a picture; the words
   of a selection come from the source's text, by the rule that `refi_offsets` finds, else from the
   selection's name.
"""

import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException, ElementTree

from crosscase.normal import nfc
from crosscase.readers import refi_offsets
from crosscase.readers.raw import Export, RawCoding, Remark, unreadable
from crosscase.readers.refi_offsets import Selection

_SOURCES = ("TextSource", "PDFSource", "PictureSource", "AudioSource", "VideoSource")
_DAMAGED = (zipfile.BadZipFile, ParseError, DefusedXmlException, KeyError, ValueError, EOFError, zlib.error)


def read(export: Export) -> Iterator[RawCoding]:
    """Yield the codings of all sources of a project."""
    try:
        with zipfile.ZipFile(export.path) as archive:
            project = _Project(ElementTree.fromstring(archive.read(_project_file(export.path, archive))))
            for source in project.sources:
                yield from _codings(project, source, _text(archive, source), export)
    except _DAMAGED:
        what = "it is not a REFI-QDA project that can be read, or it is damaged"
        raise unreadable(export.path, what) from None


def _project_file(path: str, archive: zipfile.ZipFile) -> str:
    found = [name for name in archive.namelist() if name.lower().endswith(".qde") and "/" not in name]
    if len(found) != 1:
        raise unreadable(path, f"it holds {len(found)} project files (*.qde) at its root instead of one")
    return found[0]


def _local(element: Element) -> str:
    return element.tag.rpartition("}")[2]


def _children(element: Element, *names: str) -> Iterator[Element]:
    return (child for child in element if _local(child) in names)


def _guid(text: str | None) -> str:
    return (text or "").strip("{} ").lower()


def _targets(element: Element, name: str) -> Iterator[str]:
    return (_guid(child.get("targetGUID")) for child in _children(element, name))


class _Project:
    """What the sources of a project refer to, by GUID."""

    def __init__(self, root: Element) -> None:
        sections = {_local(section): section for section in root}
        empty = Element("empty")
        self.users = {_guid(user.get("guid")): user.get("name") for user in sections.get("Users", empty)}
        self.codes = dict(_code_paths(sections.get("CodeBook", empty), ()))
        self.sources = list(_children(sections.get("Sources", empty), *_SOURCES))
        self.groups: dict[str, list[str]] = {}
        for group in sections.get("Sets", empty):
            for source in _targets(group, "MemberSource"):
                self.groups.setdefault(source, []).append(nfc(group.get("name", "")))
        self._variables = {_guid(v.get("guid")): nfc(v.get("name", "")) for v in sections.get("Variables", empty)}
        self._cases: dict[str, dict[str, str]] = {}
        for case in sections.get("Cases", empty):
            for source in _targets(case, "SourceRef"):
                self._cases.setdefault(source, {}).update(self._values(case))

    def variables(self, source: Element) -> dict[str, str]:
        """Variables of a source: its own, then those of its cases."""
        return self._values(source) | self._cases.get(_guid(source.get("guid")), {})

    def _values(self, element: Element) -> dict[str, str]:
        values = {}
        for value in _children(element, "VariableValue"):
            target = next(_targets(value, "VariableRef"), "")
            text = next((child.text for child in value if _local(child) != "VariableRef"), None)
            if text:
                values[self._variables.get(target, target)] = nfc(text)
        return values


def _code_paths(element: Element, above: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for child in _children(element, "Codes", "Code"):
        path = above
        if _local(child) == "Code":
            path = (*above, nfc(child.get("name", "")))
            yield _guid(child.get("guid")), path
        yield from _code_paths(child, path)


def _text(archive: zipfile.ZipFile, source: Element) -> str | None:
    """Text of a source, byte-order mark included; None where the archive does not hold it."""
    for content in _children(source, "PlainTextContent"):
        return content.text or ""
    wanted = PurePosixPath(source.get("plainTextPath", "").partition("://")[2] or source.get("plainTextPath", "")).name
    found = [name for name in archive.namelist() if PurePosixPath(name).name.lower() == wanted.lower()]
    return archive.read(found[0]).decode("utf-8") if wanted and len(found) == 1 else None


def _codings(project: _Project, source: Element, text: str | None, export: Export) -> Iterator[RawCoding]:
    document = nfc(source.get("name") or source.get("plainTextPath") or source.get("guid") or "")
    selections = [_selection(element) for element in source.iter() if _local(element) == "PlainTextSelection"]
    reading = None
    if text is not None:
        rule, score = refi_offsets.detect(text, selections)
        reading = refi_offsets.Text(text, rule)
        if score < refi_offsets.TRUSTED:
            message = f"only {score:.0%} of its selections begin and end at words, counted by {rule}"
            export.remark(Remark("uncertain_offsets", document, message, "Compare some segments with the tool."))
    for holder in source.iter():
        for coding in _children(holder, "Coding"):
            selection = _selection(holder) if "startPosition" in holder.attrib else None
            for number, code in enumerate(_targets(coding, "CodeRef")):
                yield RawCoding(
                    locator=f"{_local(holder)} {holder.get('guid')}, coding {coding.get('guid')}"
                    + (f", code {number + 1}" if number else ""),
                    document=document,
                    code_path=project.codes.get(code, (f"code with the GUID {code}",)),
                    text=_words(holder, selection, reading),
                    start=selection.start if selection else None,
                    end=selection.end if selection else None,
                    told_apart_by=coding.get("creationDateTime"),
                    coder=project.users.get(_guid(coding.get("creatingUser"))),
                    document_groups=tuple(project.groups.get(_guid(source.get("guid")), ())),
                    variables=project.variables(source),
                )


def _selection(element: Element) -> Selection:
    start, end = (int(element.get(key, "0")) for key in ("startPosition", "endPosition"))
    return Selection(start, end, nfc(element.get("name", "")))


def _words(holder: Element, selection: Selection | None, reading: refi_offsets.Text | None) -> str | None:
    words = reading.words(selection) if reading and selection else None
    return nfc(words) if words is not None else (holder.get("name") if _local(holder) not in _SOURCES else None)
