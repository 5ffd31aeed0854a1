"""Mistakes of a person in a hurry in exports, codebook and register, and the sentence that each gets."""

import datetime

import pytest

from tests.builders.mistakes import (
    CODEBOOK,
    DESCRIBED,
    EXPORT,
    REGISTER,
    STUDY,
    Mistake,
    archive,
    both,
    everywhere,
    has,
    holds,
    lies_at,
    register,
    stop_unless_said,
    with_cell,
    workbook,
)
from tests.builders.small_study import REGISTER as ROWS

MISTAKES = {
    # Exports
    "misspelt column": Mistake(
        has(STUDY, "code: Code", "code: Codes"),
        "row 1: it has no column 'Codes'. It has: Interview, Code and Text. Did you mean 'Code'?",
    ),
    "no headings": Mistake(
        has(EXPORT, "Interview,Code,Text\n", ""), "Its first row looks like data: add a row of headings."
    ),
    "another tool": Mistake(
        both(
            has(STUDY, DESCRIBED, ""),
            has(STUDY, "format: tidy", "format: refi_qda"),
            holds(EXPORT, b"Media Title,Excerpt Copy,Code: A Applied\nTalk 1,w,True\n"),
        ),
        "It looks like the format dedoose: write `format: dedoose` in config/study.yaml.",
    ),
    "a plain table": Mistake(
        both(has(STUDY, DESCRIBED, ""), has(STUDY, "format: tidy", "format: refi_qda")),
        "It looks like a plain table: write `format: tidy` and name its `columns`,",
    ),
    "PDF": Mistake(
        holds(EXPORT, b"%PDF-1.7 invented"),
        "It is a PDF file. In the tool, export the coded segments as an Excel table, or the project as REFI-QDA",
    ),
    "web page": Mistake(
        holds(EXPORT, b"<html><table><tr><td>x</td></tr></table></html>"), "It is a web page. In the tool, export"
    ),
    "Word document": Mistake(holds(EXPORT, archive("word/document.xml")), "It is a Word document. In the tool, export"),
    "archive": Mistake(
        holds(EXPORT, archive("ie.csv", "en.csv")), "It is an archive: unpack it, and name the files in it."
    ),
    "project of a tool": Mistake(
        both(
            lies_at(EXPORT, "data/raw/exports/ie.mx24"),
            holds("data/raw/exports/ie.mx24", b"\0\1invented"),
            has(STUDY, EXPORT, "data/raw/exports/ie.mx24"),
        ),
        "It is a project of MAXQDA: export it from there as REFI-QDA (.qdpx),",
    ),
    "cut off": Mistake(
        both(has(STUDY, DESCRIBED, ""), holds(EXPORT, archive("x")[:20]), has(STUDY, "format: tidy", "format: auto")),
        "It is the beginning of a workbook, a project (.qdpx) or an archive, and its end is lost: copy it again,",
    ),
    "empty file": Mistake(holds(EXPORT, b""), "the file is empty. Export it again from the tool."),
    "no codings": Mistake(
        holds(EXPORT, b"Interview,Code,Text\n"),
        "ie: no coding was found: export the coded segments again, from all documents",
    ),
    "misspelt sheet": Mistake(
        both(
            holds(EXPORT, workbook([("Interview", "Code", "Text"), ("Talk 1", "Time", "x")])),
            has(STUDY, "format: tidy", "format: tidy\n    sheet: Peple"),
        ),
        "it has no sheet 'Peple', which the study names. Did you mean 'People'?",
    ),
    "misspelt code": Mistake(
        everywhere(EXPORT, "Time", "Tmie"),
        "shows the hidden names. Add a row, or write the name under `aliases` of the code that is meant.",
    ),
    "groups not stated": Mistake(
        has(STUDY, "country: IE", "country_from: {variable: Land}"),
        "3 codings in documents whose country is not stated: correct `country_from`",
    ),
    # The codebook
    "order missing": Mistake(
        everywhere(CODEBOOK, ",1,yes", ",,yes"),
        "row 2 and 1 more place: the column `order` is empty. Write 1, 2, 3, or leave the whole column empty",
    ),
    "order with a comma": Mistake(
        has(CODEBOOK, ",1,yes", ',"1,0",yes'), "the order '1,0' is not a whole number. Write 1, 2, 3,"
    ),
    "domain in capitals": Mistake(
        has(CODEBOOK, "helps,trust", "Helps,trust"),
        "Did you mean 'helps'? Known: barriers, helps. A further one goes into `domains`.",
    ),
    "alias twice": Mistake(
        both(has(CODEBOOK, "1,yes,", "1,yes,Zeit"), has(CODEBOOK, "2,yes,", "2,yes,Zeit")),
        "code time: the alias 'Zeit' also means money. Keep it for one of the codes.",
    ),
    "code twice": Mistake(
        has(CODEBOOK, "money,Money", "time,Money"),
        "row 3: the code 'time' is already defined in row 2. Give each code its own id.",
    ),
    "parent by its label": Mistake(
        has(CODEBOOK, "Time,,,", "Time,,Money,"),
        "the parent 'Money' is not a code of the codebook. Write its code, money.",
    ),
    "neither yes nor no": Mistake(
        has(CODEBOOK, "1,yes", "1,maybe"), "the column `codable` is neither yes nor no. Write yes or no."
    ),
    # The register
    "no ids": Mistake(
        has(REGISTER, "participant,", "whoever,"),
        "it has no column 'participant'. Add it. It has: whoever, name, country, role,",
    ),
    "spaces between columns": Mistake(
        everywhere(REGISTER, ",", " "),
        "All headings are in one cell: separate the columns with commas, semicolons or tabs.",
    ),
    "two columns that may be the ids": Mistake(
        has(REGISTER, "participant,name", "ID,Code"),
        "the columns 'ID' and 'Code' may each be `participant`. Rename the one that is meant to 'participant',",
    ),
    "comma in a name": Mistake(
        has(REGISTER, "Aoifnait Mockbride", "Mockbride, Aoifnait"),
        "row 2: it has 9 fields, but the header has 8. Put a value with a comma in it in quotes.",
    ),
    "equal ids": Mistake(
        has(REGISTER, "IRL-02,", "IRL-01,"),
        "another row has the same participant, with another name. Give each participant an id,",
    ),
    "no id": Mistake(has(REGISTER, "IRL-01,", ","), "row 2: the column `participant` is empty. Fill it in."),
    "consent in a language without labels": Mistake(
        has(REGISTER, "ie,yes", "ie,네"),
        "the column `consent_to_quote` has a value that is not allowed. Allowed: yes, no.",
    ),
    "consent undecided": Mistake(
        has(REGISTER, "ie,yes", "ie,maybe"),
        "the column `consent_to_quote` has a value that is not allowed. Allowed: yes, no.",
    ),
    "misspelt withdrawn": Mistake(
        has(REGISTER, "withdrawn", "withdrawen"),
        "it has a column 'withdrawen', but none 'withdrawn'. If 'withdrawn' is meant, rename that column.",
    ),
    "group that the study has not": Mistake(
        has(REGISTER, ",IE,", ",Wales,"), "Allowed: IE, EN. A further one goes into `countries` in config/study.yaml."
    ),
    "category that the study has not": Mistake(
        has(REGISTER, "teacher", "parent"),
        "Allowed: teacher, not stated. A further one goes into `sample.role.categories` in config/study.yaml.",
    ),
    "two columns alike": Mistake(
        has(REGISTER, "documents,export", "documents,documents"),
        "the columns E and F have the same heading. Rename one;",
    ),
    "misspelt document": Mistake(
        has(REGISTER, "Talk 1", "Tlak 1"), "the register, row 2: a document is nearly called so: correct its name"
    ),
    "documents with a comma": Mistake(
        both(has(REGISTER, "Talk 1", '"Talk 1, Talk 5"'), has(EXPORT, "Talk 1,Trust", "Talk 5,Trust")),
        "the register, row 2: several documents are in one cell: put | between them",
    ),
    "export that has no such document": Mistake(
        has(REGISTER, "Talk 1,ie", "Talk 1,en"), "the register, row 2: the document is of the export ie, not of en"
    ),
    "exchanged columns": Mistake(
        has(REGISTER, "documents,export", "export,documents"),
        "a document is called like the export: are the columns `documents` and `export` exchanged?",
    ),
    "pointer of Git LFS": Mistake(
        holds(EXPORT, b"version https://git-lfs.github.com/spec/v1\noid sha256:0\n"),
        "It is a pointer of Git LFS. Fetch the file itself with `git lfs pull`.",
    ),
    "shortcut": Mistake(
        holds(EXPORT, b"[InternetShortcut]\nURL=x\n"), "It is a shortcut to a page. Download the file itself"
    ),
    # The register as a workbook
    "date for a name": Mistake(
        both(everywhere(EXPORT, "Talk 1", "1-2"), register(with_cell(1, "documents", datetime.date(2024, 2, 1)))),
        "row 2: a name has become a date: format the column as text, and write the name again",
    ),
    "leading zeros": Mistake(
        both(everywhere(EXPORT, "Talk 1", "007"), register(with_cell(1, "documents", 7))),
        "row 2: a name has lost its leading zeros: format the column as text,",
    ),
    "rows above the headings": Mistake(
        register([["Our participants"], [], *ROWS]), "The headings are in row 3: delete the rows above it."
    ),
    "merged headings": Mistake(
        register([["Personal data"], *ROWS], "A1:D1"),
        "the columns A and B have the same heading. Rename one; split cells of the row that are merged.",
    ),
    "a row of totals": Mistake(register([*ROWS, ["Total", "4"]]), "row 6: the column `country` is empty. Fill it in."),
}


@pytest.mark.plain_cases(16)
@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_gets_a_sentence_that_names_the_fix(name: str) -> None:
    stop_unless_said(MISTAKES[name])
