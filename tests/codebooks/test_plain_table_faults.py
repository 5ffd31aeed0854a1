"""Plain tables as people really fill them in: columns in any order, empty cells, totals, parents. All are invented."""

from pathlib import Path

import pytest
import xlsxwriter

from crosscase.codebooks import adoption, advice, codebook_formats, plain_columns
from crosscase.codebooks.listed import CodePath, ListedCodebook
from crosscase.coding import codebook
from crosscase.messages.errors import ReadError
from tests.builders.plain_codebooks import book, codes

TIME, STAFF, TRUST = ("Barriers", "Lack of time"), ("Barriers", "Turnover"), ("Facilitators", "Trust")
SHORT_OF_TIME, TOO_LATE = ("Barriers", "Time"), ("Barriers", "Time", "Late")


def workbook(path: Path, rows: list[list[str]], merged: str, value: str) -> ListedCodebook:
    with xlsxwriter.Workbook(path) as file:
        sheet = file.add_worksheet()
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
        sheet.merge_range(merged, value)
    return codebook_formats.read(codebook_formats.source(str(path), None, None))


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (
            ["Code,Definition,Category", "Lack of time,no,Barriers", "Turnover,l,Barriers", "Trust,t,Facilitators"],
            [TIME, STAFF, TRUST],
        ),
        (["Code,Theme,Definition", "Lack of time,Barriers,no", "Trust,Facilitators,t"], [TIME, TRUST]),
        (["Code,Subtheme,Theme", "Late,Time,Barriers"], [("Barriers", "Time", "Late")]),
        (["Subcode;Code;Unterthema;Thema;Hauptthema", "e;d;c;b;a"], [("a", "b", "c", "d", "e")]),
        (["Category,Theme,Code", "a,b,c"], [("a", "b", "c")]),
        (["Código;Tema principal;Subtema", "c;a;b"], [("a", "b", "c")]),
        (["Κωδικός;Υποκατηγορία;Κατηγορία", "c;b;a"], [("a", "b", "c")]),
        (["Code,Category,Description", "T1,Lack of time,no", "T2,Turnover,l"], [("Lack of time",), ("Turnover",)]),
    ],
)
def test_levels_are_ranked_by_what_they_mean(tmp_path: Path, lines: list[str], found: list[CodePath]) -> None:
    listed = book(tmp_path / "c.csv", *lines).codes
    assert [code.path for code in listed if code.listed] == found


def test_nothing_lies_below_a_code_of_the_row_above(tmp_path: Path) -> None:
    rows = ["Barriers,Staff,Lack of time", "Facilitators,,Money", ",,Trust", ",Networks,Contact"]
    found = [path for path, _ in codes(tmp_path / "c.csv", "Theme,Subtheme,Code", *rows)]
    assert found[-4:] == [
        ("Facilitators", "Money"),
        ("Facilitators", "Trust"),
        ("Facilitators", "Networks"),
        ("Facilitators", "Networks", "Contact"),
    ]


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (  # the first row has a parent, and others have none
            ["Code,Parent", "Time,Barriers", "Barriers,", "Helps,", "Trust,Helps", "Weather,"],
            [("Barriers",), ("Barriers", "Time"), ("Helps",), ("Helps", "Trust"), ("Weather",)],
        ),
        (["Nr,Code,Parent", "1,Barriers,", "2,Time,1", "3,Late,2"], [("Barriers",), SHORT_OF_TIME, TOO_LATE]),
        (["ID,Parent ID,Name,Description", "1,,Barriers,h", "2,1,Time,n"], [("Barriers",), SHORT_OF_TIME]),
        (["Code,Label,Parent", "B,Barriers,", "B1,Time,B", "B1a,Late,B1"], [("Barriers",), SHORT_OF_TIME, TOO_LATE]),
        (["Code;Oberkategorie", "Barriers;", "Time;Barriers", "Late;Time"], [("Barriers",), SHORT_OF_TIME, TOO_LATE]),
        (["Code,Parent", "Barriers,–", "Time,Barriers", "Late,Time"], [("Barriers",), SHORT_OF_TIME, TOO_LATE]),
        (["Code,Parent", "Time,", "Time,Time"], [("Time",), ("Time", "Time")]),
    ],
)
def test_parents_are_named_or_numbered(tmp_path: Path, lines: list[str], found: list[CodePath]) -> None:
    assert [path for path, _ in codes(tmp_path / "c.csv", *lines)] == found


@pytest.mark.parametrize(
    ("lines", "remark"),
    [
        (
            ["Code,Parent code", "Staff,", "Time,STAFF ", "Early,Turn-over"],
            "1 parent is called as no code of the table: Turn-over (row 4).",
        ),
        (
            ["Code,Parent", "A cat,B dog", "B dog,A cat", "C cow,C cow"],
            "3 codes lie below themselves by the column of parents: row 2, row 3 and row 4.",
        ),
        (
            ["Code,Parent", "Staff,", "Families,", "Trust,Staff", "Trust,Families", "Personal,Trust"],
            "1 parent has a name that several codes have: Trust (row 6). Check the paths.",
        ),
        (
            ["Code,Definition", "Trust,a", ",and b", "Time,c"],
            "1 row without a code added to the definition above: row 3. Check that none is a passage.",
        ),
        (["Code,Definition,Example,Rule", "Time,no,x,y"], "Nothing reads these columns: Example and Rule."),
        (
            ["Code,Count,Definition", "Time,3,a", "Summe,3,", "Anmerkung: mit zwei Personen,,"],
            "2 rows below the codes left out, as a total or note: row 3 and row 4.",
        ),
    ],
)
def test_what_is_open_is_said(tmp_path: Path, lines: list[str], remark: str) -> None:
    found = book(tmp_path / "c.csv", *lines)
    assert remark in found.remarks
    assert remark in list(advice.sentences(adoption.adopt(found, []), found, []))


def test_the_parent_of_two_with_its_name_is_the_last_one_above(tmp_path: Path) -> None:
    lines = ["Code,Parent", "Staff,", "Families,", "Trust,Staff", "Late,Trust", "Trust,Families"]
    assert ("Staff", "Trust", "Late") in [path for path, _ in codes(tmp_path / "c.csv", *lines)]


def test_a_table_without_faults_leaves_nothing_open(tmp_path: Path) -> None:
    assert book(tmp_path / "c.csv", "Nr,Theme,Code,Definition", "1,Barriers,Time,no").remarks == []


@pytest.mark.parametrize(
    ("lines", "aliases"),
    [
        (["Code,Label,Definition", "BAR_TIME,Lack of time,no", "TURN,Turnover,l"], [["BAR_TIME"], ["TURN"]]),
        (["Code,Category,Description", "T1,Lack of time,no", "T2,Turnover,l"], [["T1"], ["T2"]]),
        (["Kürzel;Code;Definition", "T;Lack of time;no", "W;Turnover;l"], [["T"], ["W"]]),
        (["Code,Label,Definition", "T,Lack of time,no", "T,Turnover,l"], [[], []]),  # means two
        (
            ["Code,Label,Definition", "Turnover,Lack of time,no", "X,Turnover,l"],
            [[], ["X"]],
        ),  # is the name of another one
    ],
)
def test_short_forms_are_aliases(tmp_path: Path, lines: list[str], aliases: list[list[str]]) -> None:
    entries = adoption.adopt(book(tmp_path / "c.csv", *lines), []).entries
    assert [entry.aliases for entry in entries] == aliases
    assert [entry.label for entry in entries] == ["Lack of time", "Turnover"]


@pytest.mark.parametrize(
    "header",
    [
        "Theme,Theme definition,Code,Code definition",
        "Thema,Themendefinition,Code,Definition des Codes",
        "Thème,Définition du thème,Code,Définition",
        "Tema,Definición del tema,Código,Descripción del código",
        "Tema,Definição do tema,Código,Definição do código",
        "Tema,Definizione del tema,Codice,Definizione",
        "Thema,Omschrijving thema,Code,Omschrijving code",
        "Tema,Beskrivelse av tema,Kode,Beskrivelse",
        "Temat,Definicja tematu,Kod,Definicja kodu",
        "Téma,Definice tématu,Kód,Definice kódu",
        "Θέμα,Ορισμός του θέματος,Κωδικός,Ορισμός",
    ],
)
def test_levels_have_definitions_of_their_own(tmp_path: Path, header: str) -> None:
    rows = ["Barriers,all that hinders,Time,none", ",,Money,little", "Barriers,all that hinders,Staff,few"]
    assert codes(tmp_path / "c.csv", header, *rows) == [
        (("Barriers",), "all that hinders"),
        (("Barriers", "Time"), "none"),
        (("Barriers", "Money"), "little"),
        (("Barriers", "Staff"), "few"),
    ]


@pytest.mark.parametrize(
    "header",
    [
        "Thema;Unterthema;Code;Beschreibung",
        "Thema;Subthema;Code;Omschrijving",
        "Tema;Alt tema;Kod;Tanım",
        "Theme;Sub-theme;Code;What it means",
        "Tema;Undertema;Kode;Forklaring",
        "Téma;Podtéma;Kód;Význam",
        "Temat;Podtemat;Kod;Wyjaśnienie",
        "Thème;Sous-thème;Code;Explication",
        "Θέμα;Υποθέμα;Κωδικός;Σημασία",
        "Tema;Sottotema;Codice;Significato",
    ],
)
def test_headings_are_known_in_many_languages(header: str) -> None:
    theme, sub, code, meaning = header.split(";")
    columns = plain_columns.of_header([meaning, code, sub, theme])
    assert (columns.levels, columns.meaning) == ([theme, sub, code], meaning)


def test_a_definition_may_go_on_in_the_next_row(tmp_path: Path) -> None:
    found = codes(tmp_path / "c.csv", "Code,Definition", "Trust,a", ",and b", "Time,c")
    assert found == [(("Trust",), "a\nand b"), (("Time",), "c")]


@pytest.mark.parametrize(
    "row", ["Total,,", "Summe:,,", "* Codes with an asterisk were added later.,,", "n = 61 interviews,,"]
)
def test_totals_and_notes_below_the_table_are_no_codes(tmp_path: Path, row: str) -> None:
    assert len(codes(tmp_path / "c.csv", "Code,Definition,Count", "Trust,a,3", "Time,b,4", row)) == 2


def test_a_code_without_a_definition_stays(tmp_path: Path) -> None:
    rows = ["Trust,a", "Total,all of it", "Time,b", "They said that nobody had asked them before,"]
    assert len(codes(tmp_path / "c.csv", "Code,Definition", *rows)) == 4


def test_a_theme_that_was_merged_over_a_row_is_a_level(tmp_path: Path) -> None:
    rows = [["Code", "Definition"], [], ["Time", "n"], ["Money", "t"]]
    found = workbook(tmp_path / "c.xlsx", rows, "A2:B2", "BARRIERS")
    assert [(code.path, code.definition) for code in found.codes] == [
        (("BARRIERS",), ""),
        (("BARRIERS", "Time"), "n"),
        (("BARRIERS", "Money"), "t"),
    ]


NUMBERED = [("Barriers",), ("Barriers", "Time"), ("Barriers", "Time", "Late"), ("Helps",), ("Helps", "Trust")]


@pytest.mark.parametrize(
    ("header", "rows"),
    [
        ("Code,Definition", ["1 Barriers", "1.1 Time", "1.1.1 Late", "2 Helps", "2.1 Trust"]),
        ("Kategorie,Definition", ["K1: Barriers", "K1.1: Time", "K1.1.1: Late", "K2: Helps", "K2.1: Trust"]),
        ("Code,Definition", ["1.0 Barriers", "1.1. Time", "1.1a) Late", "2. Helps", "2.1 Trust"]),
        ("Code,Definition", ["Barriers", "  Time", "    Late", "Helps", "  Trust"]),
        ("Code,Definition", ["Barriers", "\tTime", "\t\tLate", "Helps", "\tTrust"]),
        ("No.,Code,Definition", ["1,Barriers", "1.1,Time", "1.1.1,Late", "2,Helps", "2.1,Trust"]),
        ("Code,Label,Definition", ["B1,Barriers", "B1.1,Time", "B1.1.1,Late", "H1,Helps", "H1.1,Trust"]),
    ],
)
def test_numbers_and_indented_names_are_levels(tmp_path: Path, header: str, rows: list[str]) -> None:
    found = codes(tmp_path / "c.csv", header, *(f"{row},x" for row in rows))
    assert [path for path, _ in found] == NUMBERED


@pytest.mark.parametrize(
    "rows",
    [
        ["1 Time", "2 Money", "3 Trust"],  # no number lies below another
        ["1 Time", "1.1 Money", "Trust"],  # not all have one
        ["1 Time", "1.1 Money", "1.1 Trust"],  # a number is repeated
        ["1 day", "1-2 days", "3 days"],  # ranges
        ["Time", " Money", "Trust"],  # a space by mistake
        ["  Time", "Money", "    Trust"],
    ],
)
def test_other_numbers_and_spaces_stay(tmp_path: Path, rows: list[str]) -> None:
    found = codes(tmp_path / "c.csv", "Code,Definition", *(f"{row},x" for row in rows))
    assert [path for path, _ in found] == [(row.strip(),) for row in rows]


def test_exports_with_the_numbers_are_read(tmp_path: Path) -> None:
    rows = ["1 Barriers", "1.1 Time", "1.1.1 Late", "2 Helps", "2.1 Trust"]
    adopted = adoption.adopt(book(tmp_path / "c.csv", "Code,Definition", *(f"{row},x" for row in rows)), [])
    found = codebook.Codebook(adopted.entries, adopted.domains)
    for path in [("1.1.1 Late",), ("1 Barriers", "1.1 Time", "1.1.1 Late"), ("Barriers", "Time", "Late")]:
        assert found.resolve(path)[1] == "late"
    assert found.resolve(("2 Helps", "2.1 Trust"))[1] == "trust"
    assert "  - {id: barriers, title: Barriers, also: [1 Barriers]}\n" in advice.domains_block(adopted.new)


@pytest.mark.parametrize(
    "lines",
    [
        ["Code,Parent", *(f"Code {number},{f'Code {number - 1}' if number else ''}" for number in range(5000))],
        ["Code,Parent", *["Trust,Trust"] * 5000],
        ["Code,Definition", *(f"{'.'.join(['1'] * (number + 1))} Code {number},x" for number in range(1000))],
        ["Code,Definition", *(f"{'  ' * number}Code {number},x" for number in range(1000))],
    ],
)
def test_endless_levels_are_an_error_at_once(tmp_path: Path, lines: list[str]) -> None:
    with pytest.raises(ReadError, match="more than 100 levels deep"):
        book(tmp_path / "c.csv", *lines)
