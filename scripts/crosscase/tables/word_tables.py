"""The tables of a study as one Word document, to paste from: numbered, with notes, in the style of APA 7.

1. A table has its number in bold, its title in italics below, and no vertical rules. Numbers are fields, which Word
   counts again where tables are pasted.
2. The head repeats on each page and stays with two rows, a row does not break, a heading stays with its rows and all
   notes with the last rows, and a wide table has a page on its side. One that is wider than that has its columns in
   several panels.
3. The styles are the document's own, so that a manuscript can give its tables another look at once.
"""

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

from crosscase.storage import office_files
from crosscase.tables.domain_tables import Line, Table, panel

if TYPE_CHECKING:
    from docx.document import Document

_KEPT = ("Normal", "Default Paragraph Font", "Normal Table", "caption", "No List")
_PARTS = ("/styles",)  # of the document; fonts, themes and pictures of the empty one are left out
_SIZE, _SMALL = 10, 9  # points
_MOST = 255  # signs of a property of a document
_WIDTH, _SIDE, _MARGIN = 21.0, 29.7, 2.5  # centimetres: A4
_LETTER, _BESIDE, _NARROWEST, _LEAST_LABEL, _MOST_LABEL = 0.19, 0.35, 1.0, 4.5, 9.0  # of a column
_BOLD = 1.15  # how much wider a bold letter is
_INDENT = 0.4  # of a level
_SQUEEZED = 1.1  # how much more than the room columns may need before they are divided
_KEPT_ROWS = 2  # that stay with the notes: one alone on a page looks lost, as it does below a head
_ABOVE = 4  # points above a note, and above the title of a further panel
_NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_SIGNS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # that XML cannot have
_STYLE_XML = (
    f'<w:style {_NAMESPACE} w:type="table" '
    'w:customStyle="1" w:styleId="StudyTable"><w:name w:val="Study table"/><w:basedOn w:val="TableNormal"/>'
    '<w:tblPr><w:tblBorders><w:top w:val="single" w:sz="8" w:space="0"/><w:bottom w:val="single" w:sz="8" w:space="0"/>'
    '</w:tblBorders><w:tblCellMar><w:top w:w="15" w:type="dxa"/>'
    '<w:left w:w="60" w:type="dxa"/><w:bottom w:w="15" w:type="dxa"/><w:right w:w="60" w:type="dxa"/></w:tblCellMar>'
    "</w:tblPr>"
    '<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders><w:bottom w:val="single" w:sz="4" w:space="0"/>'
    "</w:tcBorders></w:tcPr></w:tblStylePr></w:style>"
)


def render(tables: Mapping[int, Table]) -> bytes:
    """The document of tables by their numbers, from 1, each on a page of its own."""
    document = _empty(tables[1])
    for number, table in tables.items():
        _turn(document, table, number == 1)
        _caption(document, table, number)
        parts = list(_panels(table))
        for place, part in enumerate(parts, 1):
            if place > 1:
                _title(document, f"{table.caption} {table.words('continued')}", space_before=True)
            _body(document, part, _room(table), _KEPT_ROWS if place == len(parts) else 0)
        _notes(document, table)
    stream = BytesIO()
    document.save(stream)
    return office_files.same_bytes(stream.getvalue())


def _empty(table: Table) -> "Document":
    """A document without content, with the styles that are used here alone."""
    import docx
    from docx.oxml import parse_xml
    from docx.shared import Pt

    document = docx.Document()
    for part in (document.part, document.part.package):
        for key, relation in list(part.rels.items()):
            if not relation.reltype.endswith((*_PARTS, "/officeDocument", "/core-properties")):
                del part.rels[key]
    styles: Any = document.styles.element
    for style in list(styles):
        if style.tag.endswith("}latentStyles") or (style.tag.endswith("}style") and style.name_val not in _KEPT):
            styles.remove(style)
    for font in styles.xpath("//w:rFonts"):  # the font is the program's: its name could be that of a person
        font.getparent().remove(font)
    styles.append(parse_xml(_STYLE_XML))
    normal: Any = document.styles["Normal"]
    _set(normal.font, size=Pt(_SIZE))
    _set(normal.paragraph_format, space_after=Pt(0))
    caption: Any = document.styles["Caption"]
    _set(caption.font.color, rgb=None)
    _set(caption.font, size=Pt(_SIZE), bold=True)
    _set(caption.paragraph_format, keep_with_next=True)
    nobody = dict.fromkeys(("author", "last_modified_by", "comments", "keywords"), "")
    made = dict.fromkeys(("created", "modified"), office_files.CREATED)
    said = {"title": table.study[:_MOST], "language": table.words.language, "subject": table.warning[:_MOST]}
    _set(document.core_properties, **nobody, **made, **said)
    return document


def _turn(document: "Document", table: Table, is_first: bool) -> None:
    """Begin a page: upright, or on its side for a table with many columns."""
    from docx.enum.section import WD_ORIENT
    from docx.shared import Cm

    section = document.sections[0] if is_first else document.add_section()
    is_wide = _is_wide(table)
    width, height = (Cm(_SIDE), Cm(_WIDTH)) if is_wide else (Cm(_WIDTH), Cm(_SIDE))
    turned = WD_ORIENT.LANDSCAPE if is_wide else WD_ORIENT.PORTRAIT
    _set(section, orientation=turned, page_width=width, page_height=height)
    sides = ("left_margin", "right_margin", "top_margin", "bottom_margin")
    _set(section, **dict.fromkeys(sides, Cm(_MARGIN)))


def _set(part: Any, **values: object) -> None:
    """Set attributes of a part of the document."""
    for name, value in values.items():
        setattr(part, name, value)


def _caption(document: "Document", table: Table, number: int) -> None:
    above = document.add_paragraph(f"{table.words('table')} ", style="Caption")
    _field(above, "SEQ Table \\* ARABIC", str(number))
    _title(document, table.caption)


def _title(document: "Document", text: str, space_before: bool = False) -> None:
    from docx.shared import Pt

    title = document.add_paragraph()
    _set(title.add_run(text), italic=True)
    _set(title.paragraph_format, keep_with_next=True, **({"space_before": Pt(_ABOVE)} if space_before else {}))


def _field(paragraph: Any, code: str, shown: str) -> None:
    """A field of Word: its code, and what it shows until it is counted again."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    field.append(paragraph.add_run(shown)._r)
    paragraph._p.append(field)


def _panels(table: Table) -> Iterator[Table]:
    """The table, its columns in equal portions that can be read beside the labels."""
    widest = _room(table) - _LEAST_LABEL
    count = math.ceil(sum(_widths(table)) / (widest * _SQUEEZED))
    columns = math.ceil(len(table.headings) / count)
    for start in range(0, len(table.headings), columns):
        yield panel(table, slice(start, start + columns))


def _room(table: Table) -> float:
    return (_SIDE if _is_wide(table) else _WIDTH) - 2 * _MARGIN


def _body(document: "Document", table: Table, room: float, kept: int) -> None:
    """The table itself, written as XML: python-docx looks for each cell anew, which takes minutes for a wide table.

    `kept`: how many of its last rows stay with what follows.
    """
    from docx.oxml import parse_xml

    widths = [_twips(width) for width in _in_room(table, room)]
    head = [[table.first], *([heading.text, heading.below] for heading in table.headings)]
    left = [True, *(bool(heading.letters) for heading in table.headings)]
    rows = [_row(["\n".join(filter(None, lines)) for lines in head], widths, left, is_head=True, is_kept=True)]
    for section in table.sections:
        rows += [_heading(section.heading, widths)] if section.heading else []
        free = len(section.lines) - (kept if section is table.sections[-1] else 0)
        for number, line in enumerate(section.lines):
            is_first = number == 0 and section is table.sections[0] and len(section.lines) > 1
            is_kept = is_first or number >= free
            rows.append(_row([line.label, *_texts(line)], widths, left, line.level, is_kept=is_kept))
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    table_xml = (
        f'<w:tbl {_NAMESPACE}><w:tblPr><w:tblStyle w:val="StudyTable"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblLook w:firstRow="1"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        f"{''.join(rows)}</w:tbl>"
    )
    document.element.body._insert_tbl(parse_xml(table_xml))


def _texts(line: Line) -> list[str]:
    return ["\n".join(entry.lines) for entry in line.entries]


def _row(
    texts: Sequence[str],
    widths: Sequence[int],
    left: Sequence[bool],
    level: int = 0,
    is_head: bool = False,
    is_kept: bool = False,
) -> str:
    """A row of cells; missing entries are empty. `left`: the columns of words; kept: with what follows."""
    head = "<w:tblHeader/>" if is_head else ""
    filled = [*texts, *[""] * (len(widths) - len(texts))]
    cells = (
        _cell(text, width, level if place == 0 else 0, left[place], is_bold=is_head, is_kept=is_kept)
        for place, (text, width) in enumerate(zip(filled, widths, strict=True))
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{head}</w:trPr>{''.join(cells)}</w:tr>"


def _heading(text: str, widths: Sequence[int]) -> str:
    """A row of one cell over all columns, which stays with the next row."""
    cell = _cell(text, sum(widths), 0, is_left=True, is_bold=True, is_kept=True, over=len(widths))
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cell}</w:tr>"


def _cell(text: str, width: int, level: int, is_left: bool, is_bold: bool, is_kept: bool = False, over: int = 1) -> str:
    """A cell with a text. `width`: in twips; `over`: the columns that it spans."""
    indent = f'<w:ind w:left="{_twips(_INDENT * level)}"/>' if level else ""
    side = "left" if is_left else "center"
    bold, kept = "<w:b/>" if is_bold else "", "<w:keepNext/>" if is_kept else ""
    span = f'<w:gridSpan w:val="{over}"/>' if over > 1 else ""
    lines = "<w:br/>".join(
        f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in _SIGNS.sub("", text).split("\n")
    )
    run = f'<w:r><w:rPr>{bold}<w:sz w:val="{2 * _SMALL}"/></w:rPr>{lines}</w:r>' if text else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}</w:tcPr>'
        f'<w:p><w:pPr>{kept}{indent}<w:jc w:val="{side}"/></w:pPr>{run}</w:p></w:tc>'
    )


def _twips(centimetres: float) -> int:
    return round(centimetres * 1440 / 2.54)


def _is_wide(table: Table) -> bool:
    return _LEAST_LABEL + sum(_widths(table)) > _WIDTH - 2 * _MARGIN


def _in_room(table: Table, room: float) -> list[float]:
    """The widths of all columns: the labels have what they need, and what is left over goes to columns of words alone.

    So a table of few groups is narrower than the page, and its marks stand near their labels.
    """
    needed = _widths(table)
    lines = [line for section in table.sections for line in section.lines]
    longest = max(_LETTER * len(line.label) + _INDENT * line.level for line in lines) + _BESIDE
    label = min(max(longest, _LEAST_LABEL), _MOST_LABEL)
    words = sum(heading.letters for heading in table.headings)
    left = room - label - sum(needed)
    if left > 0 and words:
        more = [left * heading.letters / words for heading in table.headings]
        return [label, *(width + further for width, further in zip(needed, more, strict=True))]
    share = min(1, (room - _LEAST_LABEL) / sum(needed))
    widths = [share * width for width in needed]
    deepest = 2.2 * _INDENT * max(line.level for line in lines)  # more than half of the column has words
    return [min(max(longest, _LEAST_LABEL, deepest), room - sum(widths)), *widths]


def _widths(table: Table) -> list[float]:
    """The width that each column of entries needs, in centimetres."""
    letters = [
        max(_BOLD * _longest_word(heading.text), _BOLD * len(heading.below), heading.letters)
        for heading in table.headings
    ]
    for section in table.sections:
        for line in section.lines:
            for place, entry in enumerate(line.entries):
                if not table.headings[place].letters:
                    letters[place] = max(letters[place], *map(len, entry.lines))
    return [max(_NARROWEST, _LETTER * number + _BESIDE) for number in letters]


def _longest_word(text: str) -> int:
    """The letters that a heading needs beside each other: it wraps between its words."""
    return max(map(len, text.split(" ")))


def _notes(document: "Document", table: Table) -> None:
    from docx.shared import Pt

    notes = [*filter(None, [table.warning, *table.notes])]
    for number, note in enumerate(notes):
        paragraph = document.add_paragraph()
        if number < len(notes) - 1:
            _set(paragraph.paragraph_format, keep_with_next=True)
        if number == 0:
            _set(paragraph.paragraph_format, space_before=Pt(_ABOVE))
            _set(paragraph.add_run(table.words("note_lead")), italic=True)
            paragraph.add_run(" ")
        paragraph.add_run(note)
        for run in paragraph.runs:
            _set(run.font, size=Pt(_SMALL))
