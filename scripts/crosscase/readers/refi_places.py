"""The places of REFI-QDA's selections that are not counted in characters of the source's own text.

An area of a page or picture, a time of a recording, the points of a transcript that it lies between. A selection in
one of several texts of a source has the text as its place. Users, dates, names and GUIDs are no places.
"""

from xml.etree.ElementTree import Element

from crosscase.readers.refi_xml import children, guid, local

_SELECTIONS = ("PDFSelection", "PictureSelection", "AudioSelection", "VideoSelection", "TranscriptSelection")
_NO_PLACE = frozenset("guid name creatingUser creationDateTime modifyingUser modifiedDateTime".split())  # noqa: SIM905


def places(source: Element) -> dict[Element, str]:
    """The place of each selection of a source, as text that is equal for equal places."""
    points = {
        guid(element.get("guid")): f"{element.get('timeStamp')} at {element.get('position')}"
        for element in source.iter()
        if local(element) == "SyncPoint"
    }
    found: dict[Element, str] = {}
    for holder in source.iter():
        text = "" if holder is source else guid(holder.get("guid"))
        for selection in children(holder, "PlainTextSelection"):
            found[selection] = text
        for selection in children(holder, *_SELECTIONS):
            values = sorted((name, value) for name, value in selection.items() if name not in _NO_PLACE)
            stated = [f"{name} {points.get(guid(value), value)}" for name, value in values]
            found[selection] = ", ".join([local(selection), *filter(None, [text]), *stated])
    return found
