"""A file of another kind gets the same sentence wherever the study names it, and advice that helps there."""

import random
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
import yaml

from tests.builders import bombs
from tests.builders.mistakes import STUDY, archive, said_by_check, workbook
from tests.builders.small_study import small_study_here

WRONG = "data/raw/wrong.csv"
TABLE = "In the tool, export the coded segments as an Excel table, or the project as REFI-QDA (.qdpx)."
LIST = 'Write the list in a spreadsheet, and save it as "CSV UTF-8" or as a workbook.'
AGAIN = "copy it again, or export it again from its tool."
LIST_AGAIN = 'copy it again, or write it again and save it as "CSV UTF-8" or as a workbook.'
END_LOST = "It is the beginning of a workbook, a project (.qdpx) or an archive, and its end is lost:"
LOCKED = "it is locked with a password. Save it without a password."
UNPACK = "It is an archive: unpack it, and name the files in it."
NO_TEXT = "It is no text, damaged or of another kind:"
DATABASE = "It is a database (SQLite), damaged or of a tool that crosscase does not read:"


def locked() -> bytes:
    bombs.locked(Path("locked.xlsx"))
    return Path("locked.xlsx").read_bytes()


def half() -> bytes:
    book = workbook([("Interview", "Code", "Text"), *[(f"D{n}", f"Trust {n}", f"invented {n}") for n in range(200)]])
    return book[: len(book) // 2]


def content(data: bytes) -> Callable[[], bytes]:
    return lambda: data


KINDS: Mapping[str, tuple[Callable[[], bytes], str, str]] = {  # what is said of an export, and of a list
    "random bytes": (content(random.Random(3).randbytes(3000)), f"{NO_TEXT} {AGAIN}", f"{NO_TEXT} {LIST_AGAIN}"),
    "half a workbook": (half, f"{END_LOST} {AGAIN}", f"{END_LOST} {LIST_AGAIN}"),
    "locked": (locked, LOCKED, LOCKED),
    "PDF as text": (content(b"%PDF-1.4\n1 0 obj\n"), f"It is a PDF file. {TABLE}", f"It is a PDF file. {LIST}"),
    "PDF": (content(b"%PDF-1.7\n" + bytes(range(99))), f"It is a PDF file. {TABLE}", f"It is a PDF file. {LIST}"),
    "web page": (
        content(b"<html><p>sign in</p></html>"),
        f"It is a web page. {TABLE}",
        f"It is a web page. {LIST}",
    ),
    "Word document": (
        lambda: archive("word/document.xml"),
        f"It is a Word document. {TABLE}",
        f"It is a Word document. {LIST}",
    ),
    "archive": (lambda: archive("a.csv"), UNPACK, UNPACK),
    "database": (content(b"SQLite format 3\0" + bytes(84)), f"{DATABASE} {AGAIN}", f"{DATABASE} {LIST_AGAIN}"),
    "folder": (content(b""), "is a folder, not a file. Give the path of the file in it.", "is a folder, not a file."),
}


def put(kind: str) -> None:
    if kind == "folder":
        Path(WRONG).mkdir()
    else:
        Path(WRONG).write_bytes(KINDS[kind][0]())


def said(kind: str, change: Callable[[dict[str, object]], object]) -> list[str]:
    """What is said of the wrong file in a study that names it."""
    with small_study_here():
        put(kind)
        study = yaml.safe_load(Path(STUDY).read_text(encoding="utf-8"))
        change(study)
        Path(STUDY).write_text(yaml.safe_dump(study, sort_keys=False), encoding="utf-8")
        return [sentence for sentence in said_by_check() if WRONG in sentence]


@pytest.mark.plain_cases(12)
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("format", ["tidy", "auto", "maxqda", "refi_qda"])
def test_an_export_of_another_kind(kind: str, format: str) -> None:
    """“Correct its format” was the advice for random bytes, “export it again” that for a locked workbook as .qdpx."""

    def change(study: dict[str, object]) -> None:
        described = {"file": WRONG, "format": format, "country": "IE"}
        columns = {"columns": {"document": "Interview", "code": "Code", "text": "Text"}} if format == "tidy" else {}
        study["exports"] = {"ie": described | columns}

    sentences = said(kind, change)
    assert len(sentences) == 1, sentences
    assert sentences[0].endswith(KINDS[kind][1])
    assert "format in config" not in sentences[0]


@pytest.mark.plain_cases(12)
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("key", ["codebook", "register", "identifiers", "decisions", "guide", "published"])
def test_a_list_of_another_kind(kind: str, key: str) -> None:
    """Each was to be opened in a spreadsheet and corrected; that of decisions was named twice."""
    sentences = said(kind, lambda study: study.update({key: {"matrices": WRONG} if key == "published" else WRONG}))
    assert len(sentences) == 1, sentences
    assert KINDS[kind][2] in sentences[0]


def test_a_list_with_one_damaged_sign_is_corrected_in_a_spreadsheet() -> None:
    with small_study_here():
        path = Path("config/codebook.csv")
        path.write_bytes(path.read_bytes().replace(b"Time", b"Ti\0me"))
        (sentence,) = [sentence for sentence in said_by_check() if str(path) in sentence]
    assert sentence.endswith('Open it in a spreadsheet, correct it, and save it as "CSV UTF-8" or as a workbook.')
