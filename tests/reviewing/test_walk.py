"""A reviewer walks through the words; each decision is on the disk at once. All names are invented."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from crosscase.anonymisation.decision_rows import Choice, Decision, Where, read_decisions
from crosscase.anonymisation.pseudonyms import Pseudonyms
from crosscase.anonymisation.reviews import Reviews
from crosscase.coding.casing import SOME_PASSAGES, WHOLE_DOCUMENT
from crosscase.detectors.spans import Span
from crosscase.detectors.suspicion import UNKNOWN
from crosscase.messages.errors import StudyError
from crosscase.reviewing import terminal, word_groups
from crosscase.reviewing.decision_file import DecisionFile
from crosscase.reviewing.walk import Walk
from crosscase.reviewing.word_groups import Item

KEY = bytes(range(32))
TEXTS = {
    "Talk 1": ["I saw Zsoldra there", "then Zsoldra left", "Quillow came"],
    "Talk 2": ["so Zsoldra said no"],
}


def texts_decided(decisions: dict[str, Decision] | None = None) -> tuple[dict[str, list[str | None]], Reviews]:
    """What each place becomes, in a stand-in for the pipeline that doubts every capitalised word within a sentence."""
    reviews = Reviews("ie", decisions or {}, Pseudonyms(KEY))
    became: dict[str, list[str | None]] = {}
    for document, texts in TEXTS.items():
        for text in texts:
            word = "Zsoldra" if "Zsoldra" in text else "Quillow"
            start = text.index(word)
            doubt = Span(start, start + len(word), "PERSON", word.casefold(), UNKNOWN)
            decision = reviews.judged(document, text, doubt)
            if not decision:
                reviews.wait(document, text, doubt)
            became.setdefault(document, []).append(str(decision.choice) if decision else None)
    return became, reviews


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    queue_files()
    return tmp_path / "decisions.csv"


def queue_files(decisions: dict[str, Decision] | None = None) -> None:
    from crosscase.anonymisation.decision_rows import COLUMNS
    from crosscase.storage import files

    files.write_csv(word_groups.QUEUES / "ie.csv", COLUMNS, texts_decided(decisions)[1].queue())


def items() -> list[Item]:
    return word_groups.grouped(word_groups.read_queues(["ie"]))


def pressed(path: Path, keys: str, typed: str = "") -> str:
    """Walk with these keys; returns what was shown."""
    walk = Walk.through(items(), DecisionFile(str(path)), "AB", "2026-01-02")
    shown: list[str] = []
    waiting: Iterator[str] = iter(keys)
    terminal.review(walk, lambda: next(waiting, "q"), lambda _: typed, shown.append)
    return "\n".join(shown)


def applied(path: Path) -> dict[str, list[str | None]]:
    decisions, problems = read_decisions(str(path), Pseudonyms(KEY))
    assert not problems
    return texts_decided(decisions)[0]


def test_one_key_decides_a_word_everywhere(path: Path) -> None:
    shown = pressed(path, "pk")
    assert shown.index("Zsoldra") < shown.index("Quillow")
    assert "3 times, 2 documents" in shown and "“I saw Zsoldra there”" in shown
    assert applied(path) == {"Talk 1": ["redact", "redact", "keep"], "Talk 2": ["redact"]}
    row = next(csv.DictReader(path.open(encoding="utf-8")))
    assert (row["by"], row["on"], row["where"]) == ("AB", "2026-01-02", "everywhere")


@pytest.mark.parametrize(
    ("keys", "talks"),
    [
        ("dkp", {"Talk 1": ["keep", "keep", None], "Talk 2": ["redact"]}),
        ("ekpk", {"Talk 1": ["keep", "redact", None], "Talk 2": ["keep"]}),
        ("deksk", {"Talk 1": ["keep", None, None], "Talk 2": ["keep"]}),
        ("sl", {"Talk 1": [None, None, "redact"], "Talk 2": [None]}),
        ("kb" + "p", {"Talk 1": ["redact", "redact", None], "Talk 2": ["redact"]}),
        ("kqp", {"Talk 1": ["keep", "keep", None], "Talk 2": ["keep"]}),
        ("x?k", {"Talk 1": ["keep", "keep", None], "Talk 2": ["keep"]}),
    ],
)
def test_the_keys(path: Path, keys: str, talks: dict[str, list[str | None]]) -> None:
    pressed(path, keys)
    assert applied(path) == talks


def test_words_to_use_instead_are_typed(path: Path) -> None:
    pressed(path, "g", "a colleague")
    decisions, _ = read_decisions(str(path), Pseudonyms(KEY))
    assert (Choice.GENERALISE, "a colleague") in {(one.choice, one.instead) for one in decisions.values()}
    path.unlink()
    assert "→" not in pressed(path, "g", " ")
    assert not path.exists()


def test_a_part_of_the_words_is_replaced_and_the_rest_is_asked_for(path: Path) -> None:
    words, place = "then Zsoldra came, at Mill Bank 7", "and then Zsoldra came, at Mill Bank 7, I think"
    item = Item(Where.EVERYWHERE, (word_groups.Waiting(words, "ie", "Talk 1", UNKNOWN, 1, (place,)),))
    walk, said = Walk.through([item], DecisionFile(str(path)), "AB", "2026-01-02"), list[str]()
    keys, typed = iter("ttttk"), iter(["Mill Lane", words, "", "mill bank 7"])
    terminal.review(walk, lambda: next(keys), lambda _: next(typed), said.append)
    assert [line.strip() for line in said[1:]] == [
        *["these words are not a part of it"] * 2,
        "→ replaced everywhere; the rest waits",
        "→ kept everywhere",
    ]
    rows = list(csv.DictReader(path.open(encoding="utf-8")))
    assert [(row["words"], row["decision"]) for row in rows] == [("mill bank 7", "redact"), (words, "keep")]
    assert (walk.decided, walk.left) == (2, 0)
    assert walk.back() and walk.back() and (walk.number, walk.left) == (0, 1)
    assert not list(csv.DictReader(path.open(encoding="utf-8")))


@pytest.mark.parametrize(
    ("typed", "row"),
    [
        (["saw", "", ""], ("saw", "", "everywhere", "", "")),
        (["saw", "l", "1"], ("saw", "place", "everywhere", "", "")),
        (["SAW ... zsoldra", "o", "2"], ("SAW ... zsoldra", "organisation", "document", "Talk 1", "")),
        (["saw", "", "3"], ("saw", "", "once", "Talk 1", "I saw Zsoldra there")),
        (["felmarda", ""], ("felmarda", "", "everywhere", "", "")),  # it is seen nowhere, and there are two documents
        (["zsoldra", ""], ("zsoldra", "", "everywhere", "", "")),  # in both
    ],
)
def test_words_that_nothing_asks_about_are_added(path: Path, typed: list[str], row: tuple[str, ...]) -> None:
    walk, said = Walk.through(items(), DecisionFile(str(path)), "AB", "2026-01-02"), list[str]()
    keys, answers = iter("aq"), iter(typed)
    terminal.review(walk, lambda: next(keys), lambda _: next(answers), said.append)
    assert next(answers, "") == ""
    (added,) = csv.DictReader(path.open(encoding="utf-8"))
    assert tuple(added[name] for name in ("words", "instead", "where", "document", "places")) == row
    assert (added["decision"], added["by"], added["on"]) == ("redact", "AB", "2026-01-02")
    assert f"{row[0]}: replaced" in said[-1]
    assert (walk.number, walk.decided, walk.left) == (0, 1, 2)
    assert walk.back() and not list(csv.DictReader(path.open(encoding="utf-8")))


@pytest.mark.parametrize("typed", [[""], ["***"], ["saw", "x"], ["saw", "", "4"]])
def test_nothing_is_added_that_is_not_clear(path: Path, typed: list[str]) -> None:
    walk, said = Walk.through(items(), DecisionFile(str(path)), "AB", "2026-01-02"), list[str]()
    keys, answers = iter("aq"), iter(typed)
    terminal.review(walk, lambda: next(keys), lambda _: next(answers), said.append)
    assert not path.exists() and walk.decided == 0
    assert ("nothing is decided" in said[-1]) is (typed != [""])


def test_words_are_added_from_a_passage_that_somebody_reads(path: Path) -> None:
    """Beside the decision about the passages; what is added while one is shown holds where it says."""
    passage = "then felmarda came and rosa said to rosa that it was over"
    row = word_groups.Waiting(f"{SOME_PASSAGES} 0123", "ie", "Talk 1", "written in small letters", 1, (passage,))
    walk = Walk.through([Item(Where.DOCUMENT, (row,))], DecisionFile(str(path)), "AB", "2026-01-02")
    keys, answers = iter("aaak"), iter(["felmarda", "", "3", "rosa", "", "2", "rosa", "", "3"])
    terminal.review(walk, lambda: next(keys), lambda _: next(answers), lambda _: None)
    rows = [(row["words"], row["where"], row["decision"]) for row in csv.DictReader(path.open(encoding="utf-8"))]
    assert rows == [("felmarda", "once", "redact"), ("rosa", "document", "redact"), (row.words, "document", "keep")]
    assert read_decisions(str(path), Pseudonyms(KEY))[1] == []


def test_a_whole_document_has_no_part(path: Path) -> None:
    row = word_groups.Waiting(WHOLE_DOCUMENT, "ie", "Talk 1", "written in small letters", 1, ("",))
    walk = Walk([Item(Where.DOCUMENT, (row,))], DecisionFile(str(path)), "AB", "2026-01-02")
    assert not walk.replace_part("whole")
    assert not walk.narrow(Where.ONCE)  # a decision at one place was never found again


def test_it_goes_on_where_it_was_left_and_ends(path: Path) -> None:
    pressed(path, "ek")  # one of three places
    shown = pressed(path, "kk")
    assert "2 times" in shown and "I saw Zsoldra there" not in shown
    assert applied(path) == {"Talk 1": ["keep", "keep", "keep"], "Talk 2": ["keep"]}
    assert pressed(path, "") == ""


def test_a_decision_at_one_place_goes_before_one_in_the_document_and_everywhere(path: Path) -> None:
    pressed(path, "p")
    file = DecisionFile(str(path))
    (item, _) = items()
    once, document = item.narrowed(Where.ONCE)[0], item.narrowed(Where.DOCUMENT)[0]
    for narrow, choice in ((document, "keep"), (once, "redact")):
        file.add(narrow.fields() | {"decision": choice, "by": "A", "on": "2026"})
    assert applied(path) == {"Talk 1": ["redact", "keep", None], "Talk 2": ["redact"]}


def test_decisions_hold_under_another_key(path: Path) -> None:
    pressed(path, "ekpk")
    before = applied(path)
    decisions, _ = read_decisions(str(path), rotated := Pseudonyms(KEY[::-1]))
    reviews = Reviews("ie", decisions, rotated)
    doubt = Span(6, 13, "PERSON", "zsoldra", UNKNOWN)
    assert before["Talk 1"][0] == "keep"
    decision = reviews.judged("Talk 1.docx", "I saw Zsoldra there", doubt)
    assert decision
    assert decision.choice == Choice.KEEP


def test_every_decision_is_on_the_disk_before_the_next_key(path: Path) -> None:
    walk = Walk.through(items(), DecisionFile(str(path)), "AB", "2026-01-02")
    walk.decide(Choice.KEEP)
    assert path.stat().st_mode & 0o077 == 0
    assert applied(path)["Talk 2"] == ["keep"]
    assert walk.back() and not walk.back()
    assert applied(path)["Talk 2"] == [None]


def test_an_old_file_and_the_columns_of_the_team_stay(path: Path) -> None:
    old = Pseudonyms(KEY).review("Talk 2", "zsoldra")
    path.write_text(f"id,decision,instead,by,on,note\n{old},keep,,CD,2025-01-01,we asked\n", encoding="utf-8")
    pressed(path, "sp")
    rows = list(csv.DictReader(path.open(encoding="utf-8")))
    assert [(row["by"], row["note"]) for row in rows] == [("CD", "we asked"), ("AB", "")]
    assert applied(path) == {"Talk 1": [None, None, "redact"], "Talk 2": ["keep"]}


def test_a_workbook_is_not_overwritten(path: Path) -> None:
    path.write_bytes(b"PK\x03\x04 not read further")
    with pytest.raises(StudyError, match="it is no CSV file, so `crosscase review` cannot write it"):
        DecisionFile(str(path))


@pytest.mark.parametrize("columns", [20, 40, 100])
def test_a_card_fits_the_terminal_and_cannot_steer_it(columns: int) -> None:
    row = word_groups.Waiting("Zsol\x1b[2Jdra" * 3, "ie", "Talk 1", UNKNOWN, 1, ("and \x1b[31mso " * 20,))
    text = terminal.card(Item(Where.EVERYWHERE, (row,)), 1, 20, columns)
    assert all(len(line) <= columns for line in text.splitlines())
    assert all(len(line) <= columns for line in terminal.keys(columns).splitlines())
    assert "\x1b" not in text
