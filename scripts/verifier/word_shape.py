"""The form of the Word document: what it is made of, so that nothing stands in it that no check reads, or hides a mark.

An element is written as its name with its attributes and what is in it, without its words: `r[rPr[sz(val=18)]t]`.
"""

import re
from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from verifier.package import Package

WORD = "results/tables/all.docx"
_SPACE = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PARTS = {
    *("[Content_Types].xml", "_rels/.rels", "docProps/core.xml"),
    *("word/_rels/document.xml.rels", "word/document.xml", "word/styles.xml"),
}
_TARGETS = ["core-properties docProps/core.xml", "officeDocument word/document.xml", "styles styles.xml"]
_STYLES = ("Normal", "DefaultParagraphFont", "TableNormal", "NoList", "Caption", "StudyTable")
_MARGINS = "bottom=1417,footer=720,gutter=0,header=720,left=1417,right=1417,top=1417"
_PAGE = (
    rf"sectPr(?:\([^()]*\))?\[(?:type\([^()]*\))?pgSz\([^()]*\)pgMar\({_MARGINS}\)cols\(space=720\)docGrid\([^()]*\)\]"
)
_WORDS = r"(?:t(?:\(space=preserve\))?|br|tab)*"
_PARAGRAPH = re.compile(
    rf"p(?:\[(?:pPr\[(?:pStyle\(val=Caption\))?(?:keepNext)?(?:spacing\(before=80\))?(?:{_PAGE})?\])?"
    rf"(?:r(?:\[(?:rPr\[i?(?:sz\(val=18\))?\])?{_WORDS}\])?|fldSimple\(instr=SEQ Table \\\* ARABIC\)\[r\[t\]\])*\])?"
)
_TABLE = re.compile(
    r"tbl\[tblPr\[tblStyle\(val=StudyTable\)tblW\(type=dxa,w=\d+\)tblLayout\(type=fixed\)tblLook\(firstRow=1\)\]"
    r"tblGrid\[(?:gridCol\(w=\d+\))+\](?:tr\[trPr\[cantSplit(?:tblHeader)?\](?:tc\[tcPr\[tcW\(type=dxa,w=\d+\)(?:gridSpan\(val=\d+\))?\]"
    rf"p\[pPr\[(?:keepNext)?(?:ind\(left=\d+\))?jc\(val=(?:left|center)\)\](?:r\[rPr\[b?sz\(val=18\)\]{_WORDS}\])?\]\])+\])+\]"
)
_OF_STYLES = {
    *("styles", "docDefaults", "rPrDefault", "rPr", "sz", "szCs", "lang", "pPrDefault", "pPr", "spacing", "style"),
    *("name", "qFormat", "rsid", "uiPriority", "semiHidden", "unhideWhenUsed", "tblPr", "tblInd", "tblCellMar", "top"),
    *("left", "bottom", "right", "basedOn", "next", "keepNext", "b", "bCs", "tblBorders", "tblStylePr", "tcPr"),
    "tcBorders",
}
_RANGES = {  # of what styles say in numbers: sizes in half points, others in twentieths of a point
    **dict.fromkeys([("sz", "val"), ("szCs", "val")], (16, 24)),
    ("spacing", "line"): (240, 300),
    **dict.fromkeys([("spacing", "before"), ("spacing", "after")], (0, 240)),
}
_WIDEST, _LEAST_SHARE = 120, 20  # of a margin; an even share of the width, over the narrowest column


def check(package: Package, parts: Mapping[str, Element]) -> Iterator[str]:
    """A sentence for each part, element or property that the document of a study does not have."""
    yield from (f"{WORD}: {name} does not belong to it" for name in sorted(parts.keys() ^ _PARTS))
    if parts.keys() != _PARTS:
        return
    if targets(parts, "_rels/.rels", "word/_rels/document.xml.rels") != _TARGETS:
        yield f"{WORD}: it leads to other files than its own"
    yield from properties(package, WORD, parts["docProps/core.xml"])
    for element in parts["word/document.xml"].iterfind(f"{_SPACE}body/*"):
        found = shape(element, _SPACE)
        if not any(re.fullmatch(form, found) for form in (_PARAGRAPH, _TABLE, _PAGE)):
            yield f"{WORD}: {found[:60]!r} has another form than what belongs to it"
        elif found.startswith("tbl["):
            yield from _widths(element)
    yield from _styles(parts["word/styles.xml"])


def shape(element: Element, space: str) -> str:
    """The form of an element: names without the namespace of the file, attributes sorted, and what is in it."""
    named = ((name.rpartition("}")[2], value) for name, value in element.attrib.items())
    attributes = ",".join(f"{name}={value}" for name, value in sorted(named))
    inside = "".join(shape(child, space) for child in element)
    kept = f"({attributes})" if attributes else ""
    return element.tag.removeprefix(space) + kept + (f"[{inside}]" if inside else "")


def targets(parts: Mapping[str, Element], *names: str) -> list[str]:
    """The files to which a file leads with what they are to it, sorted; one outside of it is marked."""
    return sorted(
        f"{link.get('TargetMode', '')} {link.get('Type', '').rpartition('/')[2]} {link.get('Target')}".strip()
        for name in names
        for link in parts[name]
    )


def properties(package: Package, name: str, core: Element) -> Iterator[str]:
    """The title is the study's, the subject says that it is synthetic, and nothing else is said."""
    study = package.study
    said = {"title": study["title"], "subject": study["synthetic_note"], "language": package.words.language}
    said |= dict.fromkeys(("created", "modified"), "1980-01-01T00:00:00Z") | {"revision": "1"}
    for entry in core:
        kind, text = entry.tag.rpartition("}")[2], " ".join((entry.text or "").split())
        if text != " ".join(str(said.get(kind, "")).split()):
            yield f"{name}: its property {kind} is {text[:60]!r}"


def _widths(table: Element) -> Iterator[str]:
    """Each column has room for its entries, and each cell the width of its column."""
    widths = [int(column.get(f"{_SPACE}w", "0")) for column in table.iter(f"{_SPACE}gridCol")]
    if min(widths) * _LEAST_SHARE * len(widths) < sum(widths):
        yield f"{WORD}: a column is too narrow to be read"
    for row in table.iter(f"{_SPACE}tr"):
        spans = [int(span.get(f"{_SPACE}val", "0")) for span in row.iter(f"{_SPACE}gridSpan")]
        expected = [sum(widths)] if spans == [len(widths)] else widths  # a heading is over all columns
        given = [int(cell.get(f"{_SPACE}w", "0")) for cell in row.iter(f"{_SPACE}tcW")]
        if spans not in ([], [len(widths)]) or given != expected:
            yield f"{WORD}: cells have other widths than their columns"
        for number, cell in enumerate(row.iter(f"{_SPACE}tc")):
            if any(number or 2 * int(part.get(f"{_SPACE}left", "0")) > widths[0] for part in cell.iter(f"{_SPACE}ind")):
                yield f"{WORD}: an entry is moved out of its cell"


def _styles(styles: Element) -> Iterator[str]:
    """Styles say sizes, borders and distances alone, none of which hides anything."""
    found = [style.get(f"{_SPACE}styleId") for style in styles.iterfind(f"{_SPACE}style")]
    if sorted(map(str, found)) != sorted(_STYLES):
        yield f"{WORD}: it has other styles than its own"
    for element in styles.iter():
        kind = element.tag.removeprefix(_SPACE)
        if kind not in _OF_STYLES:
            yield f"{WORD}: a style has {kind!r}"
        for name, value in element.attrib.items():
            least, most = _RANGES.get(
                (kind, name.removeprefix(_SPACE)), (0, _WIDEST if name == f"{_SPACE}w" else 10**9)
            )
            if re.fullmatch(r"-?\d+", value) and not least <= int(value) <= most:
                yield f"{WORD}: a style has the {kind} {value}"
