"""Whatever people write into the files of a study, a check and a build end in sentences, or well.

All problems of a file come at once, each with file, place, what is wrong and what to do. Never a traceback, never
"defect of crosscase". The steps run in this process. All names are invented.
"""

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.builders.small_study import small_study_here as study_of_its_own
from tests.builders.steps_in_process import no_sentences, problems_of_check, problems_of_tables

STUDY, CODEBOOK, REGISTER = "config/study.yaml", "config/codebook.csv", "data/raw/participants.csv"
TIME = b"barriers,time,Time,,,1,yes,"
FIRST = b"IRL-01,Aoifnait Mockbride,IE,teacher,Talk 1,ie,yes,no"
BOMB = "".join(
    f"{letter}: &{letter} [{', '.join([f'*{before}'] * 9)}]\n"
    for before, letter in zip("abcdefg", "bcdefgh", strict=True)
)


def replace(path: str, old: bytes | str, new: bytes | str) -> None:
    old, new = (text.encode() if isinstance(text, str) else text for text in (old, new))
    content = Path(path).read_bytes()
    assert old in content
    Path(path).write_bytes(content.replace(old, new, 1))


def in_study(old: bytes | str, new: bytes | str) -> Callable[[], None]:
    return lambda: replace(STUDY, old, new)


def title(value: bytes | str) -> Callable[[], None]:
    return in_study("A small study", value)


def key(text: str) -> Callable[[], None]:
    return in_study("title:", f"{text}\ntitle:")


def of_export(text: str) -> Callable[[], None]:
    return in_study("format: tidy", f"format: tidy\n    {text}")


def in_codebook(old: bytes | str, new: bytes | str) -> Callable[[], None]:
    return lambda: replace(CODEBOOK, old, new)


def in_register(old: bytes | str, new: bytes | str) -> Callable[[], None]:
    return lambda: replace(REGISTER, old, new)


def whole(path: str, content: bytes) -> Callable[[], object]:
    return lambda: Path(path).write_bytes(content)


def recoded(path: str, encoding: str) -> Callable[[], object]:
    return lambda: Path(path).write_bytes(Path(path).read_text(encoding="utf-8").encode(encoding))


WRONG: dict[str, tuple[Callable[[], object], str]] = {
    # study.yaml as text
    "control character": (title("A \x07small"), f"{STUDY}, line 2: it contains a sign that nobody sees (U+0007)."),
    "NUL": (title("A \0small"), f"{STUDY}, line 2: it contains a sign that nobody sees (U+0000)."),
    "NUL, escaped": (title('"A\\0b"'), f"{STUDY}, line 2: a value contains a sign that nobody sees (U+0000)."),
    "a key of 900 digits": (key(f"{'9' * 900}: 1"), f"YAML does not read the key '{'9' * 59}…' as text"),
    "cp1252": (title(b"A sm\xe4ll study"), f"{STUDY}, line 2: it is not UTF-8 text. Save it as UTF-8."),
    "UTF-16": (recoded(STUDY, "utf-16"), f"{STUDY}: it is UTF-16 text. Save it as UTF-8."),
    "UTF-16 without mark": (recoded(STUDY, "utf-16-le"), f"{STUDY}: it is UTF-16 text. Save it as UTF-8."),
    "unquoted colon": (
        title("A: small"),
        'line 2: it is not valid YAML: a value has a colon in it. Put the value in quotes: title: "A: small"',
    ),
    "no-break space": (
        in_study("    file:", "    \u00a0file:"),
        "its indentation contains the sign no-break space (U+00A0). Indent with usual spaces.",
    ),
    "no-break spaces alone": (
        in_study("    file:", "\u00a0\u00a0\u00a0\u00a0file:"),
        "its indentation contains the sign no-break space (U+00A0). Indent with usual spaces.",
    ),
    "a tag": (title("!!int abc"), f"{STUDY}, line 2: the tag '!!int' is not read. Write the value without it."),
    "a tag of Python": (title("!!python/name:os.getcwd"), "the tag '!!python/name:os.getcwd' is not read."),
    "alias bomb": (key(f"a: &a [{'x, ' * 9}]\n{BOMB}"), "aliases stand for more than 200,000 values."),
    "alias of itself": (title("&a [*a]"), f"{STUDY}, line 2: *a is an alias of itself or of nothing."),
    "too deep": (title("[" * 100_000), f"{STUDY}, line 2: its blocks go deeper than 50 levels."),
    "no key": (title("x\n? [a]\n: b"), f"{STUDY}, line 3: a key is not text. Write a word before the colon."),
    "too large": (title("x" * 5_000_000), f"{STUDY}: it is larger than 4 MB."),
    # study.yaml as values
    "1.0 for a whole number": (
        key("disclosure: {k: 1.0}"),
        f"{STUDY}, disclosure.k: 1.0 is not a whole number. No combination of fewer participants is published; "
        "a whole number, 1: all are. Write it without a point.",
    ),
    ".nan": (key("figures: {width_mm: .nan}"), f"{STUDY}, figures.width_mm: nan is not a number."),
    ".inf": (key("disclosure: {k: .inf}"), f"{STUDY}, disclosure.k: inf is not a whole number."),
    "400 digits": (key(f"disclosure: {{k: 1{'0' * 400}}}"), "line 2: a number of 401 digits is beyond any sense."),
    "5,000 digits": (of_export(f"header_row: 1{'0' * 5000}"), "a number of 5001 digits is beyond any sense."),
    "hexadecimal digits": (of_export(f"header_row: 0x{'f' * 5000}"), "is beyond any sense."),
    "a large number": (of_export("header_row: 1000000000000"), "1000000000000 is above 1,000,000,000."),
    "digits": (title("12:30"), f"{STUDY}, title: 750 is not text. Title over tables and figures. YAML reads digits"),
    "nothing": (title("~"), f"{STUDY}, title: it has no value."),
    "long title": (title("long " * 20_000), f"{STUDY}, title: 'long long"),
    "long name of an export": (in_study("  ie:", f"  {'i' * 300}:"), "has 300 letters, more than 60."),
    "encoding that decodes nothing": (of_export("encoding: undefined"), "data/raw/exports/ie.csv: it is not text in"),
    "two countries of one name": (in_study("name: England", "name: IRELAND"), "the name 'Ireland' means IE and EN."),
    "a variable that is a column": (in_study("  role:", "  name:"), "the column 'name' of the register is not a"),
    "categories that differ in case": (in_study("- teacher", "- teacher\n    - Teacher"), "is listed 2 times"),
    "misspelt check": (key("severity: {unknwon_code: note}"), "severity: 'unknwon_code' is not one of the checks."),
    # The codebook
    "no column": (
        in_codebook(b"label", b"lable"),
        f"{CODEBOOK}, row 1: it has a column 'lable', but none 'label'. If 'label' is meant, rename that column.",
    ),
    "no column, and none like it": (
        in_codebook(b"label", b"what"),
        f"{CODEBOOK}, row 1: it has no column 'label'. Add it. It has: domain, code, what, definition, parent, order,",
    ),
    "a column that is not read": (
        in_codebook(b"aliases", b"aliasses"),
        "it has a column 'aliasses', but none 'aliases'. If 'aliases' is meant, rename that column.",
    ),
    "order of 5,000 digits": (
        in_codebook(TIME, TIME.replace(b"1", b"1" * 5000)),
        f"{CODEBOOK}, row 2: the order '1111",
    ),
    "an order left out": (
        in_codebook(TIME, TIME.replace(b"1", b"")),
        f"{CODEBOOK}, row 2: the column `order` is empty. Write 1",
    ),
    "NUL in a label": (in_codebook(b"Time", b"Ti\0me"), f"{CODEBOOK}: it is neither a text table nor a workbook. Open"),
    "bell in a label": (
        in_codebook(b"Time", b"Ti\x07me"),
        "row 2: the column `label` contains a sign that nobody sees",
    ),
    "byte-order mark in a label": (in_codebook("Time", "\ufeffTime"), "contains a sign that nobody sees (U+FEFF)."),
    "label of 3,000 letters": (in_codebook(b"Time", b"T" * 3000), "`label` has a value of more than 300 letters."),
    "parent by its label": (
        in_codebook(b"Time,,,", b"Time,,Money,"),
        "is not a code of the codebook. Write its code, money.",
    ),
    "no code": (whole(CODEBOOK, b"domain,code,label,definition,parent,order,codable,aliases\n"), "contains no code."),
    # The register
    "misspelt name": (
        in_register(b",country,", b",contry,"),
        f"{REGISTER}, row 1: it has a column 'contry', but none 'country'.",
    ),
    "misspelt nicknames": (
        in_register(b"withdrawn", b"withdrawn,niknames"),
        "it has a column 'niknames', but none 'nicknames'. If",
    ),
    "another country": (
        in_register(b",IE,", b",IR,"),
        f"{REGISTER}, row 2: the column `country` has a value that is not",
    ),
    "no country": (in_register(b",IE,", b",,"), f"{REGISTER}, row 2: the column `country` is empty. Fill it in."),
    "name of 5,000 letters": (
        in_register(b"Aoifnait", b"Aoif " * 1000),
        "`name` has a value of more than 200 letters.",
    ),
    "byte-order mark in a name": (
        in_register("Aoifnait", "\ufeffAoif"),
        "the column `name` contains a sign that nobody",
    ),
    # CITATION.cff
    "a date that does not exist": (
        whole("CITATION.cff", b"date-released: 2026-02-30\nlicense: MIT\nversion: 1.0\nauthors: [{name: Nobody}]\n"),
        "CITATION.cff, date-released: the date of publication is missing or not a date.",
    ),
    "no list of words": (
        whole(
            "CITATION.cff",
            b"date-released: 2026-02-03\nlicense: MIT\nversion: 1.0\nauthors: [{name: [x]}]\nkeywords: x\n",
        ),
        "CITATION.cff, authors, entry 1, name: the value is not text.",
    ),
}


@pytest.mark.plain_cases(20)
@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_becomes_a_sentence_with_its_place(name: str) -> None:
    spoil, sentence = WRONG[name]
    with study_of_its_own():
        spoil()
        begin = time.monotonic()
        problems = problems_of_tables()
    assert time.monotonic() - begin < 20
    assert any(sentence in problem for problem in problems), problems
    assert no_sentences(problems) == []


RIGHT: dict[str, Callable[[], object]] = {
    "a date": title("2024-02-30"),
    "byte-order mark": recoded(STUDY, "utf-8-sig"),
    "a title of two lines": title('"A small\\n  study"'),
    "headings in capitals": in_codebook(b"domain,code,label", b"Domain,CODE,Label"),
    "Order in a capital": in_codebook(b",order,", b",Order,"),
    "no order": whole(CODEBOOK, b"domain,code,label,parent\nbarriers,t,Time,\nbarriers,m,Money,\nhelps,r,Trust,\n"),
    "codebook in UTF-16": recoded(CODEBOOK, "utf-16"),
    "Yes": in_codebook(b"1,yes", b"1,Yes"),
    "Name": in_register(b",name,country,", b",Name,Country,"),
    "the name of a country": in_register(b",IE,", b",Ireland,"),
    "a country in small letters": in_register(b",IE,", b",ie,"),
    "the ISO code of a country": in_register(b",EN,", b",gb,"),
    "an empty withdrawn": in_register(FIRST, FIRST.removesuffix(b"no")),
    "an empty consent": in_register(FIRST, FIRST.replace(b"yes", b"")),
    "a category in capitals": in_register(b"teacher", b"Teacher"),
}  # fmt: skip


@pytest.mark.plain_cases(6)
@pytest.mark.parametrize("name", RIGHT)
def test_what_is_meant_well_is_understood(name: str) -> None:
    with study_of_its_own():
        RIGHT[name]()
        assert problems_of_tables() == []


def test_a_label_of_two_lines_is_one() -> None:
    with study_of_its_own():
        replace(CODEBOOK, b"Time", b'"Ti\r\nme"')
        assert any("unknown_code: Time" in problem and "Nearest: Ti me." in problem for problem in problems_of_tables())


def test_all_problems_of_all_lists_are_told_at_once() -> None:
    with study_of_its_own():
        rows = [b"barriers,time,,,,1,yes,", b"barrier,time,Time,,nowhere,x,maybe,"]
        Path(CODEBOOK).write_bytes(b"domain,code,label,definition,parent,order,codable,aliases\n" + b"\n".join(rows))
        codebook = problems_of_check()
        assert len(codebook) == 6, codebook
    with study_of_its_own():
        replace(REGISTER, FIRST, b"IRL-02,,XX,,Talk 2,ie,maybe,perhaps")
        assert len(problems_of_check()) == 7
    with study_of_its_own():
        replace(STUDY, "synthetic: true", "synthetic: perhaps\nk: 3")
        Path("CITATION.cff").write_text("license: MIT\n", encoding="utf-8")
        assert [problem.partition(":")[0] for problem in problems_of_check()] == [
            "config/study.yaml",
            "config/study.yaml, synthetic",
            "CITATION.cff, date-released",
            "CITATION.cff, version",
            "CITATION.cff, authors",
        ]


HEADINGS = b"domain,code,label,definition,parent,order,codable,aliases"
NO_PARTICIPANT = in_register(FIRST, FIRST.replace(b"IRL-01", b""))
TOGETHER: dict[str, tuple[Callable[[], object], set[str]]] = {  # what is wrong, and where problems are told at once
    "a column that is missing, and values": (
        whole(CODEBOOK, b"domain,code,parent,order\nbarriers,time,,first\nnone,money,,2\n"),
        {f"{CODEBOOK}, row 1", f"{CODEBOOK}, row 2", f"{CODEBOOK}, row 3"},
    ),
    "a row with a field too many, a sign that nobody sees, and values": (
        whole(CODEBOOK, HEADINGS + b"\nbarriers,time,Lack, of time,,,1,yes,\nbarriers,money,Mo\x01ney,,,2,maybe,\n"),
        {f"{CODEBOOK}, row 2", f"{CODEBOOK}, row 3"},
    ),
    "a value, and two codes of one name": (
        whole(CODEBOOK, HEADINGS + b"\nhelps,trust,Trust,,,1,maybe,\nbarriers,t,Time,,,1,,\nbarriers,u,time,,,2,,\n"),
        {f"{CODEBOOK}, row 2", f"{CODEBOOK}, code t", f"{CODEBOOK}, code u"},
    ),
    "codebook and register": (
        lambda: (in_codebook(b"1,yes", b"1,perhaps")(), NO_PARTICIPANT()),
        {f"{CODEBOOK}, row 2", f"{REGISTER}, row 2"},
    ),
    "a column of the register, and values": (
        lambda: (in_register(b",country,", b",realm,")(), NO_PARTICIPANT()),
        {f"{REGISTER}, row 1", f"{REGISTER}, row 2"},
    ),
    "register, further names, decisions and an export": (
        lambda: (
            NO_PARTICIPANT(),
            key("identifiers: names.csv\ndecisions: decided.csv")(),
            whole("names.csv", b"type,value\nanimal,Rex\n")(),
            whole("decided.csv", b"id,decision,instead\n")(),
            whole("data/raw/exports/ie.csv", b"")(),
        ),
        {f"{REGISTER}, row 2", "names.csv, row 2", "decided.csv, row 1", "data/raw/exports/ie.csv"},
    ),
}


@pytest.mark.parametrize("name", TOGETHER)
def test_no_problem_of_a_list_hides_another(name: str) -> None:
    spoil, places = TOGETHER[name]
    with study_of_its_own():
        spoil()
        problems = problems_of_check()
    assert {problem.partition(":")[0] for problem in problems} == places, problems
    assert no_sentences(problem for problem in problems if problem.startswith(("config", "data"))) == []
