"""The form of the workbook: what it is made of, so that nothing stands in it that no check reads, or hides a number."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from verifier import word_shape
from verifier.package import Package
from verifier.word_shape import shape

EXCEL = "results/tables/all.xlsx"
SPACE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_PARTS = {
    *("[Content_Types].xml", "_rels/.rels", "docProps/app.xml", "docProps/core.xml", "xl/_rels/workbook.xml.rels"),
    *("xl/sharedStrings.xml", "xl/styles.xml", "xl/theme/theme1.xml", "xl/workbook.xml"),
}
_TARGETS = [
    *("core-properties docProps/core.xml", "extended-properties docProps/app.xml", "officeDocument xl/workbook.xml"),
    *("sharedStrings sharedStrings.xml", "styles styles.xml", "theme theme/theme1.xml"),
]
_BOOK = re.compile(
    r"workbook\[fileVersion\([^()]*\)workbookPr\(defaultThemeVersion=\d+\)bookViews\[workbookView\("
    r"(?:windowHeight=\d+|windowWidth=\d+|xWindow=\d+|yWindow=\d+|,)*\)\]sheets\[[^\]]*\]definedNames\["
    r"(?P<filter>definedName\(hidden=1,localSheetId=\d+,name=_xlnm\._FilterDatabase\))?"
    r"(?P<heads>(?:definedName\(localSheetId=\d+,name=_xlnm\.Print_Titles\))+)\]calcPr\([^()]*\)\]"
)
_VIEW = r"sheetViews\[sheetView\((?:tabSelected=1,)?workbookViewId=0\)\[pane\([^()]*state=frozen,topLeftCell={}"
_VIEW += r"(?:,[^()]*)?\)(?:selection\([^()]*\))*\]\]"
_HEAD = r"sheetPr\[pageSetUpPr\(fitToPage=1\)\]dimension\([^()]*\)"
_ROWS = r"sheetFormatPr\(defaultRowHeight=15\)cols\[(?:col\(customWidth=1,max=\d+,min=\d+,width=[\d.]+\))+\]sheetData"
_RULE = r"cfRule\(dxfId=\d,operator=equal,priority=\d+,type=cellIs\)\[formula\]"
_END = r"pageMargins\([^()]*\)pageSetup\(fitToHeight=0,(?:fitToWidth=\d+,)?orientation=landscape,paperSize=9\)"
_PAGE = re.compile(
    rf"{_HEAD}{_VIEW.format('B4')}{_ROWS}(?:mergeCells\(count=\d+\)\[(?:mergeCell\([^()]*\))+\])?"
    rf"conditionalFormatting\([^()]*\)\[{_RULE}{_RULE}\]{_END}"
)
_LIST = re.compile(rf"{_HEAD}{_VIEW.format('A2')}{_ROWS}autoFilter\(ref=[A-Z0-9:]+\){_END}")
_ROW = re.compile(r"row\((?:customHeight=1,ht=(?P<height>\d+),)?r=\d+,spans=[\d:]+\)")
_CELL = re.compile(r"c\(r=[A-Z]+\d+(?:,s=\d+)?(?:,t=s)?\)(?:\[v\])?")
_LEAST_HEIGHT, _LEAST_WIDTH = 15, 8
_FORMATS = {"0.0", "0.00", "0%"}
_STYLE = re.compile(
    r"numFmts?|fonts?|b|i|sz\(val=11\)|color\((?:theme=1|auto=1)\)|name\(val=Calibri\)|family\(val=2\)|fills?"
    r"|scheme\(val=minor\)|patternFill(?:\(patternType=(?:none|gray125)\))?|bgColor\(rgb=FF(?:D9E6F1|E6E6E6)\)|borders?"
    r"|(?:left|right|top|bottom)(?:\(style=thin\))?|diagonal|cellStyleXfs|cellXfs|xf|cellStyles?|dxfs?|tableStyles"
    r"|alignment\((?:(?:horizontal=(?:center|left|right)|indent=[1-6]|vertical=top|wrapText=1),?)+\)|styleSheet"
)
_COUNTED = (
    *("numFmt", "numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "xf", "cellStyles", "cellStyle"),
    *("dxfs", "tableStyles"),
)  # their attributes are numbers and names, read elsewhere or nowhere seen
_THEME = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_PAPER = "dk1[sysClr(lastClr=000000,val=windowText)]lt1[sysClr(lastClr=FFFFFF,val=window)]"


@dataclass(frozen=True)
class Form:
    """What a workbook has: tables with their titles and the rows of each above its notes, and maybe a list of cells."""

    name: str
    captions: Sequence[str]
    lengths: Sequence[int]
    has_list: bool

    @property
    def sheets(self) -> int:
        """The number of its sheets."""
        return len(self.captions) + self.has_list


def check(package: Package, parts: Mapping[str, Element], form: Form) -> Iterator[str]:
    """A sentence for each part, element or property that the workbook of a study does not have."""
    sheets = [f"xl/worksheets/sheet{number}.xml" for number in range(1, form.sheets + 1)]
    if strange := sorted(parts.keys() ^ {*_PARTS, *sheets}):
        yield from (f"{form.name}: {name} does not belong to it" for name in strange)
        return
    expected = sorted([*_TARGETS, *(f"worksheet {name.removeprefix('xl/')}" for name in sheets)])
    if word_shape.targets(parts, "_rels/.rels", "xl/_rels/workbook.xml.rels") != expected:
        yield f"{form.name}: it leads to other files than its own"
    yield from word_shape.properties(package, form.name, parts["docProps/core.xml"])
    yield from _book(package, parts, form)
    marks = {'"x"', '"{}"'.format(package.words("mark_not_coded").replace('"', '""'))}
    formats = _formats(parts["xl/styles.xml"])
    for number, name in enumerate(sheets):
        rows = form.lengths[number] if number < len(form.lengths) else None
        problems = _sheet(parts[name], rows, marks, formats)
        yield from (f"{form.name}: sheet {number + 1} {problem}" for problem in problems)
    yield from (f"{form.name}: {problem}" for problem in _looks(parts))


def _book(package: Package, parts: Mapping[str, Element], form: Form) -> Iterator[str]:
    """The sheets are shown, in the order of the tables, under their titles; each repeats its head in print."""
    book = parts["xl/workbook.xml"]
    found = _BOOK.fullmatch(shape(book, SPACE))
    if not found or bool(found["filter"]) != form.has_list or found["heads"].count("definedName") != form.sheets:
        yield f"{form.name}: its list of sheets has another form"
    links = {link.get("Id"): link.get("Target") for link in parts["xl/_rels/workbook.xml.rels"]}
    sheets = book.findall(f"{SPACE}sheets/{SPACE}sheet")
    titles = [*form.captions, *([package.words("cells")] if form.has_list else [])]
    for number, (sheet, title) in enumerate(zip(sheets, titles, strict=False), 1):
        linked = [value for name, value in sheet.attrib.items() if name.endswith("}id")]
        known = {"name", "sheetId"}
        name = re.sub(r" \d+$", "", sheet.get("name", ""))
        is_title = _letters(title).startswith(_letters(name)) or _letters(sheet.get("name", "")) == _letters(title)
        if {key for key in sheet.attrib if "}" not in key} != known or len(linked) != 1 or not (name and is_title):
            yield f"{form.name}: the sheet {sheet.get('name', '')[:60]!r} is not one of its own"
        elif links.get(linked[0]) != f"worksheets/sheet{number}.xml":
            yield f"{form.name}: its sheets have another order"
    if len(sheets) != len(titles):
        yield f"{form.name}: number of sheets: {len(sheets)}, counted {len(titles)}"
    if any((entry.text or "").strip() for entry in parts["docProps/app.xml"].iter() if entry.tag.endswith("}Company")):
        yield f"{form.name}: its properties say more"


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()


def _sheet(sheet: Element, length: int | None, marks: set[str], formats: Mapping[str, str]) -> Iterator[str]:
    """A sheet has rows and cells alone, none of them hidden; `length` is None for the list of all cells."""
    data = sheet.find(f"{SPACE}sheetData")
    rows = [] if data is None else list(data)
    found = "".join(child.tag.removeprefix(SPACE) if child is data else shape(child, SPACE) for child in sheet)
    if not (_LIST if length is None else _PAGE).fullmatch(found):
        yield "has another form than a table"
    if any(float(width) < _LEAST_WIDTH for width in re.findall(r"width=([\d.]+)\)", found)):
        yield "has a column that is too narrow"
    if not {formula.text for formula in sheet.iter(f"{SPACE}formula")} <= marks:
        yield "gives other entries a colour"
    for merged in sheet.iter(f"{SPACE}mergeCell"):
        ends = [int(number) for number in re.findall(r"\d+", merged.get("ref", ""))]
        if len(ends) != 2 or ends[0] != ends[1] or ends[0] <= (length or 0):
            yield "has cells behind others"
    # In the list, the share and the ends of its interval: the last columns.
    shares = [_column(cell) for cell in rows[0][-3:]] if length is None and rows else []
    last = 0
    for row in rows:
        form = _ROW.fullmatch(shape(row, SPACE).partition("[")[0])
        number = int(row.get("r", "0")) if form else 0
        if not form or number <= last or int(form["height"] or _LEAST_HEIGHT) < _LEAST_HEIGHT:
            yield "has a row that is hidden or out of its order"
            return
        last = number
        yield from _cells(row, number, shares, formats)


def _column(cell: Element) -> str:
    return re.sub(r"\d", "", cell.get("r", ""))


def _cells(row: Element, number: int, shares: Sequence[str], formats: Mapping[str, str]) -> Iterator[str]:
    before = ""
    for cell in row:
        column = _column(cell)
        if not _CELL.fullmatch(shape(cell, SPACE)) or cell.get("r") != f"{column}{number}":
            yield f"has a cell of another kind: {cell.get('r', '')}"
        if (len(column), column) <= (len(before), before):
            yield f"has two cells in one place: {column}{number}"
        before = column
        if formats.get(cell.get("s", "0")) == "0%" and column not in shares:
            yield f"shows a number as per cent: {column}{number}"


def _formats(styles: Element) -> dict[str, str]:
    """The format of numbers of each style of a cell."""
    codes = {item.get("numFmtId", ""): item.get("formatCode", "") for item in styles.iter(f"{SPACE}numFmt")}
    listed = styles.findall(f"{SPACE}cellXfs/{SPACE}xf")
    return {str(number): codes.get(style.get("numFmtId", ""), "") for number, style in enumerate(listed)}


def _looks(parts: Mapping[str, Element]) -> Iterator[str]:
    """Styles give borders, bold type and two light colours, and texts have no parts."""
    for element in parts["xl/styles.xml"].iter():
        kind = element.tag.removeprefix(SPACE)
        bare = shape(element, SPACE).partition("[")[0]
        if not _STYLE.fullmatch(kind if kind in _COUNTED else bare):
            yield f"a style has {bare[:60]!r}"
    known = {item.get("numFmtId") for item in parts["xl/styles.xml"].iter(f"{SPACE}numFmt")}
    codes = {item.get("formatCode") for item in parts["xl/styles.xml"].iter(f"{SPACE}numFmt")}
    used = {style.get("numFmtId") for style in parts["xl/styles.xml"].iter(f"{SPACE}xf")}
    if not codes <= _FORMATS or not used <= {*known, "0"}:
        yield "a style writes numbers in another way"
    if f"[{_PAPER}" not in shape(parts["xl/theme/theme1.xml"], _THEME):
        yield "its theme has other colours"
    if any(shape(text, SPACE) not in ("si[t]", "si[t(space=preserve)]") for text in parts["xl/sharedStrings.xml"]):
        yield "a text has parts"
