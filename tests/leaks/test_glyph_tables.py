"""The tables of a font in a PDF are no text, and a text that takes their place is still read."""

import io
import zlib

import matplotlib
from matplotlib.figure import Figure

from crosscase.leaks.containers import pdf_objects, pdfs
from crosscase.storage.limits import DEFAULT

NUMBER = "12345678"


def drawn(text: str) -> bytes:
    """A PDF of Matplotlib with a text, its font embedded as in the figures of a study."""
    content = io.BytesIO()
    with matplotlib.rc_context({"pdf.fonttype": 42}):
        figure = Figure(figsize=(4, 1))
        figure.text(0, 0.5, text)
        figure.savefig(content, format="pdf", metadata={"CreationDate": None})
    return content.getvalue()


def is_read(data: bytes) -> bool:
    parts = [part.encode("utf-16-be") if isinstance(part, str) else part for part in pdfs.parts(data, DEFAULT)]
    return any(NUMBER.encode("utf-16-be") in part for part in parts)


def test_glyphs_that_follow_each_other_are_no_telephone_number() -> None:
    """Of all these letters, in a row in their font, some have the glyphs 0x31 to 0x38: as text, 12345678."""
    data = drawn("9753102468 ABCDEFGHIJKLMNOPRSTUVWXYZ abcdefghijklmnopqrstuvwxyz")
    found = pdf_objects.objects(data)
    (table,) = [one for one in found if one.stream and NUMBER.encode("utf-16-be") in one.stream]
    assert table.number in pdf_objects.glyph_tables(found)
    assert not is_read(data)


def test_a_text_in_the_place_of_a_table_is_read() -> None:
    table = f"call {NUMBER} or not".encode("utf-16-be")
    packed = zlib.compress(table)
    data = b"%PDF-1.4\n1 0 obj\n<< /Type /Font /Subtype /CIDFontType2 /CIDToGIDMap 2 0 R >>\nendobj\n"
    data += b"2 0 obj\n<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream\nendobj\n" % (len(packed), packed)
    assert is_read(data)
