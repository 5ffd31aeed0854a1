"""A PDF of a figure: its language, its title, and tags with a text for readers who cannot see it."""

import io
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
from matplotlib.figure import Figure
from pypdf import PdfReader

from crosscase.heatmaps import drawings, pdf_fonts, pdf_tags
from crosscase.heatmaps.figure_files import save
from crosscase.heatmaps.layout import Drawing
from crosscase.leaks.containers import pdf_objects
from tests.builders.drawn_figures import domains
from tests.builders.invented_cells import STUDY, large, small


def written(drawing: Drawing, folder: Path) -> bytes:
    save(drawing, *(str(folder / f"figure.{kind}") for kind in ("svg", "pdf", "png")))
    return (folder / "figure.pdf").read_bytes()


def fonts_of(pdf: PdfReader) -> list[bytes]:
    """The files of the fonts on the first page."""
    fonts = pdf.pages[0]["/Resources"]["/Font"].values()  # type: ignore[index]
    return [
        f.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"]["/FontFile2"].get_data() for f in fonts
    ]


def structure(pdf: PdfReader) -> Any:
    """The only element of the document in the tree of structure, after a look at the way to it and back."""
    catalogue: Any = pdf.root_object
    root = catalogue["/StructTreeRoot"]
    (document,) = (element.get_object() for element in root["/K"])
    (figure,) = (element.get_object() for element in document["/K"])
    assert (document["/S"], figure["/S"]) == ("/Document", "/Figure")
    assert document["/P"].get_object() == root
    assert figure["/P"].get_object() == document
    pages: list[Any] = [*pdf.pages]
    for key, page in enumerate(pages):
        assert page["/StructParents"] == key
        numbers = root["/ParentTree"]["/Nums"]
        assert numbers[2 * key] == key
        assert numbers[2 * key + 1].get_object()[0].get_object() == figure
    return figure


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("title", ["Barriers", "Zábrany (č) \\ ∈ \r"])
def test_a_figure_is_tagged_and_says_what_it_shows(language: str, title: str, tmp_path: Path) -> None:
    drawing = drawings.presence(small(), replace(STUDY, output_language=language))
    drawing = replace(drawing, title=title, description=f"{title}. {drawing.description}")
    pdf = PdfReader(io.BytesIO(written(drawing, tmp_path)), strict=True)
    catalogue: Any = pdf.root_object
    assert catalogue["/Lang"] == language
    assert catalogue["/MarkInfo"]["/Marked"]
    assert catalogue["/ViewerPreferences"]["/DisplayDocTitle"]
    assert pdf.metadata is not None
    assert pdf.metadata.title == title
    figure = structure(pdf)
    assert figure["/Alt"] == drawing.description
    assert [float(edge) for edge in figure["/A"]["/BBox"]] == [float(edge) for edge in pdf.pages[0].mediabox]


def test_all_that_a_page_shows_is_marked_as_the_figure(tmp_path: Path) -> None:
    pdf = PdfReader(io.BytesIO(written(drawings.presence(small(), STUDY), tmp_path)), strict=True)
    content = pdf.pages[0].get_contents()
    assert content is not None
    operators = [operator for _, operator in content.operations]
    assert operators[0] == b"BDC"
    assert operators[-1] == b"EMC"
    assert operators.count(b"BDC") == operators.count(b"EMC") == 1
    assert operators.count(b"q") == operators.count(b"Q")
    assert "Funds <cut>" in pdf.pages[0].extract_text()


def test_a_series_is_one_figure_on_all_its_pages(tmp_path: Path) -> None:
    drawing = drawings.participant_counts(domains(1, 120, 9), STUDY)
    pdf = PdfReader(io.BytesIO(written(drawing, tmp_path)), strict=True)
    assert len(pdf.pages) == len(drawing.pages) > 1
    figure = structure(pdf)
    assert [part["/Pg"].get_object() for part in figure["/K"]] == [page.get_object() for page in pdf.pages]
    assert "/A" not in figure


def test_the_leak_search_reads_the_text_of_a_tagged_file(tmp_path: Path) -> None:
    data = written(drawings.presence(large(2, 2, ["Qqname ž"]), STUDY), tmp_path)
    found = pdf_objects.objects(data)
    shown = pdf_objects.shown_texts(data, found)
    assert shown is not None
    assert "Qqname" in "".join(shown)
    assert any("Qqname ž 0: " in text for text in pdf_objects.strings(pdf_objects.without_streams(data)))


def test_fonts_have_no_tables_that_a_pdf_has_no_use_for(tmp_path: Path) -> None:
    pdf = PdfReader(io.BytesIO(written(drawings.presence(small(), STUDY), tmp_path)))
    files = fonts_of(pdf)
    assert files
    for file in files:
        tables = set(TTFont(io.BytesIO(file)).keys())
        assert {"glyf", "head", "hhea", "hmtx", "loca", "maxp"} <= tables
        assert not {"GSUB", "GPOS", "GDEF"} & tables


def test_the_bytes_do_not_depend_on_what_was_drawn_before(tmp_path: Path) -> None:
    labels = [["Trust in offices"], ["Trust ☃ in offices"], ["Důvěra, Zaufanie, Εμπιστοσύνη"]]
    made = [drawings.presence(large(2, 2, label), STUDY) for label in labels]
    alone = []
    for drawing in made:
        pdf_fonts._usual.cache_clear()
        alone.append(written(drawing, tmp_path))
    assert [written(drawing, tmp_path) for drawing in reversed(made)] == alone[::-1]


@pytest.mark.parametrize("label", ["Trust in offices", "Trust ☃ in offices"])
def test_fonts_have_the_letters_of_the_figure_and_no_others(label: str, tmp_path: Path) -> None:
    pdf = PdfReader(io.BytesIO(written(drawings.presence(large(2, 2, [label]), STUDY), tmp_path)))
    assert label in pdf.pages[0].extract_text()
    letters = {chr(code) for file in fonts_of(pdf) for code in TTFont(io.BytesIO(file)).getBestCmap()}
    assert set(label.replace(" ", "")) <= letters
    assert not {"Q", "č", "§"} & letters


@pytest.mark.parametrize("lost", [rb"/Type /Catalog", rb"trailer", rb"/Contents", rb"/Type /Page ", rb"/Size"])
def test_a_pdf_that_matplotlib_writes_otherwise_is_refused(lost: bytes, tmp_path: Path) -> None:
    drawing = drawings.presence(small(), STUDY)
    content = io.BytesIO()
    drawing.figure.savefig(content, format="pdf")
    assert pdf_tags.tagged(content.getvalue(), "en", "About").count(b"/Alt (About)") == 1
    with pytest.raises(ValueError, match="not as matplotlib writes it"):
        pdf_tags.tagged(re.sub(lost, b"/Other ", content.getvalue()), "en", "About")


def test_a_page_whose_object_ends_on_a_line_of_its_own_is_tagged() -> None:
    """A build stopped where the size of a figure had as many digits as filled the line before the end."""
    ends = set()
    for digits in range(9):
        content = io.BytesIO()
        Figure(figsize=(493.2283464567 / 72, float(f"632.{'7643751234'[:digits]}") / 72)).savefig(content, format="pdf")
        ends.add(b"\n>>\nendobj" in content.getvalue().partition(b"/Type /Page ")[2][:200])
        pdf = PdfReader(io.BytesIO(pdf_tags.tagged(content.getvalue(), "en", "A figure.")), strict=True)
        assert structure(pdf)["/Alt"] == "A figure."
    assert ends == {True, False}
